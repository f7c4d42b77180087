import type { Encoding } from './encodings.js';

/** Bytes in one encoding; what they cannot be there is shown as `\ufffd`. */
export function decoded(bytes: Uint8Array, encoding: Encoding): string {
  const text = new TextDecoder(encoding).decode(bytes);
  return encoding === 'windows-1252' || encoding === 'iso-8859-1' ? withPunctuation(text) : text;
}

/** Some versions of Node take windows-1252 for Latin-1, which has control characters where it has quotes and dashes. */
const PUNCTUATION = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const withPunctuation = (text: string) =>
  text.replace(/[\u0080-\u009f]/g, (character) => PUNCTUATION[character.charCodeAt(0) - 0x80]!);
