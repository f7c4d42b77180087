import { withoutUnseen } from '../unseen-marks.js';

/** Nothing in it but what a typewriter has: most of what is compared, and quickly done. */
const PLAIN = /^[ -~]*$/;

/**
 * Text as it is compared: one kind of space, dash, quote and digit, lower case, no accents, no vowel signs, Arabic
 * letters without their variants. Only for comparing; what is kept is what was typed.
 */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.replaceAll('`', "'").toLowerCase().replace(/ {2,}/g, ' ').trim();
  return withoutUnseen(text.normalize('NFKD'))
    .replace(/[\u0300-\u036f\u064b-\u0655\u0670\u0640]/g, '')
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/\u066b/g, '.')
    .replace(/\u066c/g, ',')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u2018\u2019\u201b\u2032\u00b4`]/g, "'")
    .replace(/[\u201c\u201d\u00ab\u00bb]/g, '"')
    .toLowerCase()
    .replace(/\u0649/g, '\u064a')
    .replace(/\u0629/g, '\u0647')
    .replace(/\u0671/g, '\u0627')
    .replace(/\s+/g, ' ')
    .trim();
}
