/** What ends a line, to some program at least. */
const LINE_END = /[\t\n\v\f\r\u0085\u2028\u2029]/;
/** Characters that nobody sees, and that are no blank. */
const UNSEEN = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/;
/** Turns the direction of what follows round, whatever it is: a name would be shown in another order than it is read. */
const OVERRIDE = /[\u202d\u202e]/;
const EMBEDDING = /[\u202a\u202b\u202c\u2066-\u2069]/g;
const CLOSING = new Set(['\u202c', '\u2069']);

/** A text on one line: line ends and tabs are blanks. */
export const oneLine = (text: string): string =>
  LINE_END.test(text)
    ? text
        .split(LINE_END)
        .map((line) => line.trim())
        .filter(Boolean)
        .join(' ')
    : text;

/**
 * Whether a text shows what it says: without control characters, and without marks of direction that reach beyond its
 * end, into the words beside it.
 */
export const isPlain = (text: string): boolean =>
  !UNSEEN.test(text) && !OVERRIDE.test(text) && isClosed(text);

function isClosed(text: string): boolean {
  let open = 0;
  for (const [mark] of text.matchAll(EMBEDDING)) {
    open += CLOSING.has(mark) ? -1 : 1;
    if (open < 0) return false;
  }
  return open === 0;
}
