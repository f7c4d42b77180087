import type { Direction } from './document.js';

// No XML file may hold these, and PDF/UA refuses some; soft hyphens and byte order marks come with text pasted from
// PDF files and would hide words from a search; the two overrides could make a text read as its opposite.
const UNWANTED =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u202d\u202e\ufeff\p{Noncharacter_Code_Point}]/gu;
const LINE_BREAKS = /\r\n|[\r\u000b\u000c\u0085\u2028\u2029]/g;
const DIRTY =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u2028-\u2029\u202d\u202e\ufeff\p{Noncharacter_Code_Point}\p{Surrogate}]/u;

/** Text that every format can hold, with `\n` as the only control character. */
export function cleanText(text: string): string {
  if (!DIRTY.test(text)) return text;
  return text
    .replace(LINE_BREAKS, '\n')
    .replace(/\t/g, ' ')
    .replace(UNWANTED, '')
    .replace(/\p{Surrogate}/gu, '\ufffd');
}

/** The link as an address that may be written to a file, or nothing when it is not one a reader should follow. */
export function safeLink(link: string | undefined): string | undefined {
  if (!link || !URL.canParse(link)) return undefined;
  const url = new URL(link);
  return ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : undefined;
}

/** A well-formed language tag, or nothing: Typst refuses a document with a malformed one. */
export function languageTag(tag: string | undefined): string | undefined {
  return tag && /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag) ? tag : undefined;
}

const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur', 'ps', 'ckb', 'sd', 'ug', 'yi', 'dv']);

/** The direction a language is written in, or nothing when the language is not given. */
export function directionOf(language: string | undefined): Direction | undefined {
  if (!language) return undefined;
  return RIGHT_TO_LEFT.has(language.toLowerCase().split('-')[0] ?? '') ? 'rtl' : 'ltr';
}

export const optional = (text: string | undefined) => (text?.trim() ? cleanText(text) : undefined);

/** Cleans every string of a plain value, however deep. */
export function cleanAll<T>(value: T): T {
  if (typeof value === 'string') return cleanText(value) as T;
  if (Array.isArray(value)) return value.map(cleanAll) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cleanAll(item)])) as T;
}
