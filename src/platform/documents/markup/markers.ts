import type { ListKind } from '../document.js';

/** What begins an item of a list, as it is typed, or as Word makes plain text of it. */
export interface Marker {
  indent: number;
  kind: ListKind;
  /** Items of one list look alike: `(a)`, `a)` and `a.` are three shapes. */
  shape: string;
  /** Number of the item; of a bullet 0. */
  value: number;
  text: string;
}

/** Of Word's fonts of symbols too, which come as characters for private use. */
const BULLET = /^([-*•·‣⁃∙◦●○■□▪▫◆◇➢➤►▶✓✔❖–\uf076\uf0a7\uf0a8\uf0b7\uf0d8\uf0fc])[ \t\u00a0]+(?=\S)/;
/** Word's bullets that are characters of sentences as well: "o bien", "§ 5". */
const FONT_BULLET = /^([o§])(?:\t|[ \u00a0]{2})[ \t\u00a0]*(?=\S)/;
const ABJAD = [...'أبجدهوزحطيكلمنسعفصقرشتثخذضظغ'];
const ORDERED = new RegExp(
  `^(\\(?)([0-9٠-٩۰-۹]{1,3}|([a-z])\\3?|[${ABJAD.join('')}ا])(\\)|\\.-?|-)[ \\t\\u00a0]+(?=\\S)`,
);
const ROMAN = /^\(?[ivxl]{1,6}[.)][ \t\u00a0]+\S/;
const DEEPEST_INDENT = 60;

export const indentOf = (line: string): number => {
  let indent = 0;
  for (const char of line) {
    if (char === '\t') indent += 4;
    else if (char === ' ' || char === '\u00a0') indent += 1;
    else break;
    if (indent >= DEEPEST_INDENT) break;
  }
  return indent;
};

export function markerOf(line: string): Marker | null {
  const text = line.trim();
  const bullet = BULLET.exec(text) ?? FONT_BULLET.exec(text);
  const indent = indentOf(line);
  if (bullet)
    return { indent, kind: 'bullets', shape: bullet[1]!, value: 0, text: text.slice(bullet[0].length) };
  const ordered = ORDERED.exec(text);
  if (!ordered) return null;
  const [whole, open, name, , close] = ordered;
  if (open && close !== ')') return null;
  const kind = /\d|[٠-٩۰-۹]/.test(name!) ? 'numbers' : 'letters';
  const value = kind === 'numbers' ? numberOf(name!) : letterValue(name!);
  return { indent, kind, shape: `${open}${kind}${close}`, value, text: text.slice(whole.length) };
}

/** Whether an item can be the first of its list. A letter in the middle of the alphabet is an abbreviation: "p. 12". */
export const canBegin = ({ kind, shape, value }: Marker): boolean =>
  kind === 'bullets' || value === 1 || (kind === 'numbers' && !shape.endsWith('-'));

/** Whether it can follow in the list: by its number, or all with the same one, as some write. */
export const follows = ({ kind, value }: Marker, last: number, isFirstAgain: boolean): boolean =>
  kind === 'bullets' || value === last + 1 || (isFirstAgain && value === 1);

/** A number that no list of a document has: it stays as it is written. */
export const isRoman = (line: string): boolean => ROMAN.test(line.trim());

/** Puts a backslash before what would begin a list, so that it does not. */
export function withoutMarker(line: string): string {
  const text = line.replace(/^([o§])[\t \u00a0]{2,}/, '$1 ');
  const ordered = ORDERED.exec(text);
  if (BULLET.test(text)) return `\\${text}`;
  if (!ordered) return text;
  const at = ordered[1]!.length + ordered[2]!.length;
  return `${text.slice(0, at)}\\${text.slice(at)}`;
}

const numberOf = (name: string) =>
  Number(
    [...name]
      .map((digit) =>
        digit > '\u06ef' ? digit.charCodeAt(0) - 0x6f0 : digit > '9' ? digit.charCodeAt(0) - 0x660 : digit,
      )
      .join(''),
  );
const letterValue = (name: string) =>
  /[a-z]/.test(name)
    ? name.charCodeAt(0) - 96 + 26 * (name.length - 1)
    : Math.max(1, ABJAD.indexOf(name) + 1);
