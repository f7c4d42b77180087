import { domainToASCII, domainToUnicode } from 'node:url';
import { withoutUnseen } from '../unseen-marks.js';

/** A mail address. Two spellings of one address have one `email`; `typed` has the capitals before the @ still. */
export interface Address {
  email: string;
  typed: string;
}
/** What is no address: the key of a message, the part of the text that it is about, and the text around that. */
export interface Mistake {
  key: string;
  part: string;
  text: string;
}

/** What servers take before the @ without quotes, but for signs that are in no address people have. */
const LOCAL = /^(?:[\p{L}\p{M}\p{N}_'+&-]+\.)*[\p{L}\p{M}\p{N}_'+&-]*[\p{L}\p{M}\p{N}_+-]$/u;
/** A domain in ASCII: labels of RFC 1123, and a last one that is a word. */
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/;
const ALPHABETS = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u];
const LONGEST = 254;

/**
 * One address without anything around it, in the form it is kept: small letters, the domain as people read it
 * (`.مصر`, not `.xn--wgbh1c`). A part that mixes alphabets is refused: it looks like another one (Latin and Cyrillic "о").
 */
export function readAddress(text: string): Address | Mistake {
  const whole = withoutUnseen(text).normalize('NFKC').trim();
  const at = whole.lastIndexOf('@');
  if (at < 0) return { key: 'error.email.noAt', part: whole, text: whole };
  const local = whole.slice(0, at);
  const host = whole.slice(at + 1).replace(/\.$/, '');
  if (!LOCAL.test(local) || local.length > 64)
    return { key: 'error.email.local', part: local || whole, text: whole };
  const ascii = domainToASCII(host);
  const domain = DOMAIN.test(ascii) && ascii.length <= 253 ? domainToUnicode(ascii) : '';
  if (domain === '' || domainToASCII(domain) !== ascii)
    return { key: 'error.email.domain', part: host || whole, text: whole };
  const mixed = [local, ...domain.split('.')].find(
    (part) => ALPHABETS.filter((alphabet) => alphabet.test(part)).length > 1,
  );
  if (mixed !== undefined) return { key: 'error.email.alphabets', part: mixed, text: whole };
  const email = `${local.toLowerCase().normalize('NFKC')}@${domain}`;
  if (local.length + 1 + ascii.length > LONGEST || email.length > LONGEST)
    return { key: 'error.email.long', part: whole, text: whole };
  return { email, typed: `${local}@${domain}` };
}

export const isMistake = (read: Address | Mistake): read is Mistake => 'key' in read;

/** The form an address is kept in; what is none stays as it is, so that it is found nowhere. */
export function keptAddress(text: string): string {
  const read = readAddress(text);
  return isMistake(read) ? text.trim().toLowerCase() : read.email;
}

/** As a mail server takes it: the domain in ASCII. */
export function addressForServer(email: string): string {
  const at = email.lastIndexOf('@');
  return `${email.slice(0, at)}@${domainToASCII(email.slice(at + 1)) || email.slice(at + 1)}`;
}
