const ZEROS = ['\u0660', '\u06f0', '\u0966', '\u09e6'];
const OTHER_DIGIT = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef]/g;
/** Marks of direction come along, unseen, with what is copied from a text in Arabic. */
const DIRECTION_MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** The text with western digits and without marks of direction. */
export const westernDigits = (text: string): string =>
  text.replace(DIRECTION_MARKS, '').replace(OTHER_DIGIT, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - Math.max(...ZEROS.map((zero) => zero.charCodeAt(0)).filter((zero) => zero <= code)));
  });
