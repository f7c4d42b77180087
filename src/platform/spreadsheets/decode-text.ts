/** Character sets of text files that have been kept for a while. */
export const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1256',
  'macintosh',
] as const;
export type Encoding = (typeof ENCODINGS)[number];

/**
 * Bytes as text. Without an encoding it is recognized by the mark at the beginning, from being valid UTF-8, or from how
 * bytes above 127 are spread: Arabic words are made of them, accents stand alone. Null when it is not text.
 */
export function decodeText(
  bytes: Uint8Array,
  encoding: Encoding | null,
): { text: string; encoding: Encoding } | null {
  const found = encoding ?? encodingOf(bytes);
  const decoded = new TextDecoder(found).decode(bytes);
  const text = found === 'windows-1252' ? withPunctuation(decoded) : decoded;
  return text.includes('\u0000') ? null : { text, encoding: found };
}

/** Some versions of Node take windows-1252 for Latin-1, which has control characters where it has quotes and dashes. */
const PUNCTUATION = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const withPunctuation = (text: string) =>
  text.replace(/[\u0080-\u009f]/g, (character) => PUNCTUATION[character.charCodeAt(0) - 0x80]!);

function encodingOf(bytes: Uint8Array): Encoding {
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
    return meanRun(bytes) > 2 ? 'windows-1256' : 'windows-1252';
  }
}

/** How many bytes above 127 follow each other, on average. */
function meanRun(bytes: Uint8Array): number {
  let high = 0;
  let runs = 0;
  let before = false;
  for (const byte of bytes.subarray(0, 200_000)) {
    const now = byte > 127;
    if (now) high += 1;
    if (now && !before) runs += 1;
    before = now;
  }
  return runs === 0 ? 0 : high / runs;
}
