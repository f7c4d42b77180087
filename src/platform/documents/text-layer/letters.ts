import type { Shown } from './page.js';

/** A letter with its marks. */
export const CLUSTER = /^\P{M}\p{M}+$/u;

/*
 * How far before its letter a mark is said, how wide it then is, and what parts it from the next, in ems: so that what
 * reads the text of a PDF takes it neither for a gap between words nor for a letter that was printed twice.
 */
const BEFORE = 0.0995;
const WIDTH = 0.1;
const STEP = 0.1005;

/** Gives each glyph its own text: from the left, a mark stands before its letter. */
export function settle(glyphs: Shown[]): void {
  let marks: Shown[] = [];
  for (const glyph of glyphs) {
    const { font, code, text } = glyph;
    if (!CLUSTER.test(text)) {
      marks = [];
      if (text) font.settle(code, text);
    } else if (font.width(code) === 0) {
      marks.push(glyph);
    } else {
      const [letter = '', ...carried] = text;
      if (marks.length === carried.length && marks.every((mark) => mark.text === text)) {
        glyph.marks = marks;
        font.settle(code, letter);
        inGlyphOrder(carried).forEach((mark, index) => marry(marks[index]!, mark));
      }
      marks = [];
    }
  }
}

function marry(glyph: Shown, text: string): void {
  glyph.isMark = true;
  glyph.font.settle(glyph.code, text);
  glyph.font.widen(glyph.code, WIDTH * 1000);
}

const SHADDA = '\u0651';
/** From the left: the doubling sign stands nearest to its letter, however the two were typed. */
const inGlyphOrder = (marks: string[]) =>
  [...marks].sort((one, other) => Number(one === SHADDA) - Number(other === SHADDA));

/** Finds the letters that stand above or below their line, and where letters with marks are said. */
export function align(glyphs: Shown[]): void {
  let line: Shown[] = [];
  for (const glyph of glyphs) {
    if (glyph.isMark) continue;
    const last = line.at(-1);
    const isSame =
      last?.size === glyph.size &&
      Math.abs(last.y - glyph.y) < 0.45 * glyph.size &&
      Math.abs(glyph.x - last.x) < 2 * glyph.size;
    if (!isSame) {
      level(line);
      line = [];
    }
    if (glyph.marks) glyph.places = placesOf(glyph, isSame ? last : undefined);
    line.push(glyph);
  }
  level(line);
}

function placesOf({ x, size, marks = [] }: Shown, before: Shown | undefined): number[] {
  const nearest = before && before.x < x ? (before.places?.at(-1) ?? before.x) + STEP * size : -Infinity;
  const first = Math.max(x - BEFORE * size, nearest);
  return [...marks, null].map((_, index) => first + index * STEP * size);
}

function level(line: Shown[]): void {
  const counts = new Map<number, number>();
  for (const { y } of line) counts.set(y, (counts.get(y) ?? 0) + 1);
  const [most] = [...counts].sort(([, one], [, other]) => other - one);
  for (const glyph of line) {
    const isMoved = (glyph.places?.at(-1) ?? glyph.x) > glyph.x + 0.01 * glyph.size;
    if (most && (isMoved || glyph.y !== most[0])) glyph.line = most[0];
  }
}
