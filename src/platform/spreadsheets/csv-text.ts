/** What a spreadsheet would take for the beginning of a formula, behind apostrophes that say it is none. */
const FORMULA = /^'*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

/** A text that no spreadsheet runs as a formula: an apostrophe in front says that it is text. */
export const neutral = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** The text that `neutral` was given. */
export const unneutral = (text: string): string =>
  text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text;
