import { dateFigures } from './date-shape.js';
import { powersBehind } from './number-shape.js';

/** Whether a spreadsheet program takes a code for something else as soon as it opens a file of text. */
const isTakenForOther = (code: string): boolean =>
  dateFigures(code) !== null || powersBehind(code, undefined) !== null;

const plain = (text: string) => text.replace(/^'+/, '');

/** A code as a file of text holds it: an apostrophe in front says that it is meant as it stands. */
export const keptCode = (code: string): string => (isTakenForOther(plain(code)) ? `'${code}` : code);

/** The code that `keptCode` was given; null when the text is not of its making. */
export const codeKept = (text: string): string | null =>
  text.startsWith("'") && isTakenForOther(plain(text)) ? text.slice(1) : null;
