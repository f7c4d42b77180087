import { localeOf } from './dates.js';
import { directionOf } from './i18n.js';
import { isolated } from './isolated.js';

type ListType = 'conjunction' | 'unit';
const formats = new Map<string, Intl.ListFormat>();

/** How a language writes a list: as in United Nations documents "a, b and c"; in Arabic with a comma before each و. */
export function listFormat(language: string, type: ListType = 'conjunction'): Intl.ListFormat {
  const kind = language === 'ar' ? 'unit' : type;
  const key = `${language} ${kind}`;
  const format = formats.get(key) ?? new Intl.ListFormat(localeOf(language), { type: kind });
  formats.set(key, format);
  return format;
}

/**
 * Names one after another within a sentence, in the reader's language. A `unit` is a list that stands alone, as in a cell.
 * Codes and what programs read are joined by themselves.
 */
export const listed = (names: readonly string[], language: string, type?: ListType): string =>
  listFormat(language, type).format(directionOf(language) === 'rtl' ? names.map(inItsDirection) : names);

/** A name in Latin letters would otherwise draw the comma after it to its other side. */
const inItsDirection = (name: string) =>
  /[a-z]/i.test(name) && !/^[\u2066-\u2068]/.test(name) ? isolated(name) : name;
