import { randomBytes } from 'node:crypto';
import { hashSecret } from '../secrets.js';

/** Without the letters and digits that are taken for each other (Crockford's base32). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const COUNT = 10;
/** Of five bits each: 120 in all, more than anybody guesses, so that a fast hash is enough. */
const LENGTH = 24;

/** Ten new codes, as they are printed: `7XKQ-…`. */
export const newCodes = (): string[] => Array.from({ length: COUNT }, newCode);

const newCode = () =>
  [...randomBytes(LENGTH)]
    .map((byte) => ALPHABET[byte % ALPHABET.length]!)
    .join('')
    .match(/.{4}/g)!
    .join('-');

/** The hash of a code as somebody typed it: in any case, with any blanks, and with O for 0. */
export function codeHash(typed: string): string {
  const code = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return hashSecret(`recovery ${code}`);
}
