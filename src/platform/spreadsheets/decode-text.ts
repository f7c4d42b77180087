import { decoded } from './decoded.js';
import type { Encoding } from './encodings.js';
import { guessEncoding } from './guess-encoding.js';

/** How the characters of a text file were read. */
export interface Characters {
  encoding: Encoding;
  /** Nothing in the file says so: it is what its letters make likely. */
  guessed: boolean;
  /** The bytes of a line with letters beyond ASCII, in Base64: in other characters it reads otherwise. */
  sample: string;
}

/**
 * Bytes as text. Without an encoding it is recognized by the mark at the beginning, from being valid UTF-8, or by the
 * letters that would come of it. Null when it is not text.
 */
export function decodeText(
  bytes: Uint8Array,
  encoding: Encoding | null,
): { text: string; characters: Characters | null } | null {
  const said = encoding ?? certainEncoding(bytes);
  const found = said ?? guessEncoding(bytes);
  const text = decoded(bytes, found);
  if (text.includes('\u0000')) return null;
  const sample = sampleOf(bytes, found);
  return { text, characters: sample === null ? null : { encoding: found, guessed: said === null, sample } };
}

/** The sample as it reads in some characters. */
export const sampleIn = ({ sample }: Characters, encoding: Encoding): string =>
  decoded(Buffer.from(sample, 'base64'), encoding).replace(/\s+/g, ' ').trim();

/** What the bytes themselves say; null when they say nothing. */
function certainEncoding(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const start = bytes.subarray(0, 4000);
  const zeros = [0, 1].map(
    (parity) => start.filter((byte, index) => byte === 0 && index % 2 === parity).length,
  );
  if (zeros[1]! > start.length / 8 && zeros[0]! < zeros[1]! / 4) return 'utf-16le';
  if (zeros[0]! > start.length / 8 && zeros[1]! < zeros[0]! / 4) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return null;
  }
}

const SAMPLE = 120;

/** The line with the most bytes beyond ASCII, or its beginning; null when there is none: then all characters are alike. */
function sampleOf(bytes: Uint8Array, encoding: Encoding): string | null {
  if (encoding.startsWith('utf-16')) return null;
  const lines = Buffer.from(bytes.subarray(0, 50_000))
    .toString('latin1')
    .split(/[\r\n]+/);
  const high = (line: string) => line.replace(/[\u0000-\u007f]+/g, '').length;
  const best = lines
    .map((line) => line.slice(0, SAMPLE))
    .reduce((one, other) => (high(other) > high(one) ? other : one), '');
  return high(best) > 0 ? Buffer.from(best, 'latin1').toString('base64') : null;
}
