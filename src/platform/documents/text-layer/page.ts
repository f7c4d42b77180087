import { type PdfFont, textOf } from './font.js';

/** A glyph on a page. */
export interface Shown {
  font: PdfFont;
  code: number;
  /** Where it stands, in points from the corner of the page. */
  x: number;
  y: number;
  size: number;
  /** What it, or the cluster it belongs to, says. */
  text: string;
  /** The marks that the letter carries, from the left, and where they and it are said. */
  marks?: Shown[];
  places?: number[];
  isMark?: boolean;
  /** The line it belongs to, where it stands above or below that. */
  line?: number;
}

/** One operator that shows glyphs. */
export interface Show {
  line: number;
  /** The line that ends its text object. */
  end: number;
  fontName: string;
  size: number;
  /** The text object's own corner, and where the text begins from there. */
  corner: Point;
  start: Point;
  glyphs: Shown[];
  /** What is subtracted before each glyph, in thousandths. */
  gaps: number[];
}

/** A stretch of which the file says what it reads as. */
export interface Said {
  from: number;
  to: number;
  /** The line that ends it. */
  end: number;
  text: string;
  glyphs: Shown[];
}

interface Point {
  x: number;
  y: number;
}

export interface Page {
  lines: string[];
  shows: Show[];
  said: Said[];
  /** The lines around stretches that are marked as written from their end. */
  reversed: number[];
}

const NUMBER = '(-?[\\d.]+)';
const REVERSED = '/ReversedChars BMC';
const UPRIGHT = new RegExp(`^1 0 0 -1 ${NUMBER} ${NUMBER} (cm|Tm)$`);

/** Reads the glyphs of a page as Typst writes it, one operator a line. Throws where it is otherwise. */
export function readPage(content: string, fonts: Map<string, PdfFont>): Page {
  const lines = content.split('\n');
  const page: Page = { lines, shows: [], said: [], reversed: [] };
  const corners: Point[] = [{ x: 0, y: 0 }];
  const marked: (Said | 'reversed' | null)[] = [];
  let start: Point = { x: 0, y: 0 };
  let fontName = '';
  let size = 0;
  let waiting: Show[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at]!;
    if (line === 'q') corners.push({ ...corners.at(-1)! });
    else if (line === 'Q') corners.pop();
    else if (line === 'ET') {
      for (const show of waiting) show.end = at;
      waiting = [];
    } else if (line === REVERSED) {
      page.reversed.push(at);
      marked.push('reversed');
    } else if (/(BMC|BDC)$/.test(line)) marked.push(null);
    else if (line === 'EMC') {
      const ended = marked.pop();
      if (ended === 'reversed') page.reversed.push(at);
      else if (ended) ended.end = at;
    } else if (/^\/\w+ <<$/.test(line)) {
      const from = at;
      while (!lines[at]!.endsWith('BDC')) at += 1;
      const text = /\/ActualText <(?:FEFF)?([0-9A-F]*)>/i.exec(lines.slice(from, at).join('\n'))?.[1];
      const said = text === undefined ? null : { from, to: at, end: at, text: textOf(text), glyphs: [] };
      if (said) page.said.push(said);
      marked.push(said);
    } else if (UPRIGHT.test(line)) {
      const [, x, y, operator] = UPRIGHT.exec(line)!;
      const point = { x: Number(x), y: Number(y) };
      if (operator === 'Tm') start = point;
      else corners[corners.length - 1] = point;
    } else if (line.endsWith(' Tf')) {
      const [name, points] = line.split(' ');
      fontName = name!.slice(1);
      size = Number(points);
    } else if (/ T[jJ]$/.test(line)) {
      const font = fonts.get(fontName);
      if (!font) continue;
      const corner = corners.at(-1)!;
      const show: Show = { line: at, end: at, fontName, size, corner, start, glyphs: [], gaps: [] };
      const said = marked.findLast((one) => one !== null && one !== 'reversed');
      fill(show, line, font, said?.text);
      said?.glyphs.push(...show.glyphs);
      page.shows.push(show);
      waiting.push(show);
    }
  }
  return page;
}

function fill(show: Show, line: string, font: PdfFont, said: string | undefined): void {
  const { corner, start, size } = show;
  let pen = 0;
  let gap = 0;
  for (const item of itemsOf(line)) {
    if (typeof item === 'number') {
      gap += item;
      continue;
    }
    for (const code of item) {
      pen -= gap;
      show.gaps.push(gap);
      gap = 0;
      show.glyphs.push({
        font,
        code,
        x: corner.x + start.x + (pen * size) / 1000,
        y: corner.y - start.y,
        size,
        text: said ?? font.texts.get(code) ?? '',
      });
      pen += font.width(code);
    }
  }
}

const ITEM = /\((?:\\.|[^\\)])*\)|<[0-9A-Fa-f]*>|-?[\d.]+/gs;
const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** The numbers and the glyphs that an operator shows. */
function itemsOf(line: string): (number | number[])[] {
  return [...line.matchAll(ITEM)].map(([item]) => {
    if (item.startsWith('<')) return codesOf(Buffer.from(item.slice(1, -1), 'hex'));
    if (!item.startsWith('(')) return Number(item);
    const bytes = item
      .slice(1, -1)
      .replace(/\\([0-7]{1,3}|.)/gs, (_, escape: string) =>
        /^[0-7]/.test(escape) ? String.fromCharCode(parseInt(escape, 8)) : (ESCAPES[escape] ?? escape),
      );
    return codesOf(Buffer.from(bytes, 'latin1'));
  });
}

const codesOf = (bytes: Buffer) =>
  Array.from({ length: bytes.length >> 1 }, (_, index) => bytes.readUInt16BE(index * 2));
