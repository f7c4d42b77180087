import { isRecord, Problem } from '../../platform/http/field.js';
import { LongText, Text } from '../../platform/http/fields.js';
import { RecordOf } from '../../platform/http/list-fields.js';
import { LANGUAGES } from '../../platform/i18n/i18n.js';
import type { InLanguages } from './template.js';

const isOffered = (code: string) => (LANGUAGES as readonly string[]).includes(code);

/**
 * A text of a template in the languages of the interface, at least in one of them. What is shown where there is no
 * other is kept under `en`: the first that was written, where it has no English.
 */
export const TextInLanguages = (max: number) =>
  RecordOf(Text(max, { optional: true }), isOffered, {
    before: recordOf,
    parse: (texts) => written(texts) ?? new Problem({ en: { key: 'error.required' } }),
  });

/** The same, of one or more lines; null where nothing was written. */
export const LongTextInLanguages = (max: number) =>
  RecordOf(LongText(max, { optional: true }), isOffered, {
    before: recordOf,
    parse: (texts) => written(texts),
  });

const recordOf = (raw: unknown) => (isRecord(raw) ? raw : {});

function written(texts: Record<string, string | null>): InLanguages | null {
  const given = Object.entries(texts).filter((one): one is [string, string] => Boolean(one[1]));
  const [first] = given;
  return first ? { en: first[1], ...Object.fromEntries(given) } : null;
}
