import { PdfFont } from './font.js';
import { align, CLUSTER, settle } from './letters.js';
import { type Page, readPage, type Said, type Show, type Shown } from './page.js';
import { PdfFile } from './pdf-file.js';

/**
 * The same pages, with Arabic words that are found again. Typst shows a mark as a glyph of its own beside its letter, and
 * says of both that they are the whole cluster; what reads the file doubles or scatters the letters. It also takes a word
 * apart where letters are stacked. Here each letter says itself; a mark is said, unseen, just before its letter, and a
 * stacked letter on the line it belongs to; both are drawn as outlines where they were.
 */
export function withReadableMarks(pdf: Buffer): Buffer {
  const file = new PdfFile(pdf);
  const fonts = new Map(
    file
      .find(/\/Subtype \/Type0\s+\/BaseFont \/\w+\+Amiri/)
      .map((number) => [number, new PdfFont(file, number)]),
  );
  const pages = file.find(/\/Type \/Page\s/).map((number) => {
    const named = [...file.head(number).matchAll(/\/(f\d+) (\d+) 0 R/g)].flatMap(([, name, font]) => {
      const known = fonts.get(Number(font));
      return known ? [[name!, known] as const] : [];
    });
    const content = file.reference(number, 'Contents');
    return { content, page: readPage(file.content(content).toString('latin1'), new Map(named)) };
  });
  for (const { page } of pages) {
    const glyphs = page.shows.flatMap((show) => show.glyphs);
    settle(glyphs);
    align(glyphs);
  }
  for (const { content, page } of pages) {
    rewrite(page);
    file.setContent(content, Buffer.from(page.lines.join('\n'), 'latin1'));
  }
  for (const font of fonts.values()) font.write();
  return file.bytes();
}

function rewrite(page: Page): void {
  const { lines } = page;
  // Some readers begin a new text at each, others lose what comes after it; pages printed by browsers have none.
  for (const at of page.reversed) lines[at] = '';
  for (const one of page.said) if (isSaidByGlyphs(one)) unsay(lines, one);
  const drawn = new Map<number, string[]>();
  for (const show of page.shows) {
    if (!show.glyphs.some(({ isMark, marks, line }) => isMark ?? marks ?? line)) continue;
    const outlines = show.glyphs.filter(isDrawn).map((glyph) => outlineOf(glyph, show));
    drawn.set(show.end, [...(drawn.get(show.end) ?? []), ...outlines]);
    lines[show.line] = shownAgain(show);
  }
  for (const [end, outlines] of drawn) lines[end] = ['ET', ...outlines].join('\n');
}

const isDrawn = ({ isMark, line }: Shown) => isMark === true || line !== undefined;

const isSaidByGlyphs = ({ text, glyphs }: Said) =>
  (CLUSTER.test(text) || [...text].length === 1) &&
  // Of two glyphs for one letter, each would say it.
  glyphs.filter(({ isMark }) => !isMark).length === 1 &&
  glyphs.every(({ font, code }) => font.isSettled(code));

/** Takes back what was said of a stretch; its place in the structure stays. */
function unsay(lines: string[], { from, to, end }: Said): void {
  const kept = lines.slice(from, to + 1).filter((line) => !line.includes('/ActualText'));
  lines.fill('', from, to + 1);
  if (kept.length > 2) lines[from] = kept.join('\n');
  else lines[end] = '';
}

function outlineOf({ font, code, x, y, size }: Shown, { corner }: Show): string {
  const { operators, unitsPerEm } = font.outline(code);
  const scale = size / unitsPerEm;
  return `q ${short(scale)} 0 0 ${short(-scale)} ${short(x - corner.x)} ${short(corner.y - y)} cm ${operators} f Q`;
}

function shownAgain({ corner, glyphs, gaps }: Show): string {
  const written: string[] = [];
  let items = '';
  let isUnseen = false;
  const flush = () => {
    if (items) written.push(`[${items}] TJ`);
    items = '';
  };
  const begin = (x: number, y: number, unseen: boolean) => {
    flush();
    if (unseen !== isUnseen) written.push(unseen ? '3 Tr' : '0 Tr');
    isUnseen = unseen;
    written.push(`1 0 0 -1 ${short(x - corner.x)} ${short(corner.y - y)} Tm`);
  };
  let next: 'begins' | 'goes on' = 'begins';
  glyphs.forEach((glyph, index) => {
    if (glyph.isMark) {
      next = 'begins';
      return;
    }
    const { font, code, x, size, marks, places = [x], line } = glyph;
    const y = line ?? glyph.y;
    const unseen = line !== undefined;
    marks?.forEach((mark, place) => {
      begin(places[place]!, y, true);
      written.push(`<${digits(mark.code)}> Tj`);
    });
    const at = places.at(-1)!;
    if (marks || next === 'begins' || unseen !== isUnseen) begin(at, y, unseen);
    else if (gaps[index]) items += String(gaps[index]);
    const width = (font.width(code) * size) / 1000;
    if (unseen && marks) {
      // What its marks took is taken from the letter, which is not seen.
      const share = Math.max(1 - (at - x) / width, 0.01);
      written.push(`${short(share * 100)} Tz`, `<${digits(code)}> Tj`, '100 Tz');
      next = 'begins';
      return;
    }
    next = 'goes on';
    items += `<${digits(code)}>`;
  });
  flush();
  if (isUnseen) written.push('0 Tr');
  return written.join('\n');
}

const digits = (code: number) => code.toString(16).padStart(4, '0');
const short = (value: number) => String(Math.round(value * 1e6) / 1e6);
