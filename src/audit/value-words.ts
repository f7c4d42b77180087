import { languageName } from '../platform/i18n/language-names.js';
import { listed } from '../platform/i18n/listed.js';
import { States } from '../accounts/states.js';
import { formatDay } from '../platform/i18n/dates.js';
import { isolated } from '../platform/i18n/isolated.js';
import { isLanguage, LANGUAGE_NAMES, type TextKey, translator } from '../platform/i18n/i18n.js';

/** Says a recorded value in words; null where it has none for it. */
type Namer = (value: string, language: string) => string | null;

/** The word of a group of texts for a value, the same that pages and lists have for it. */
export const wordOf =
  (group: string): Namer =>
  (value, language) => {
    const key = `${group}.${value}`;
    const text = translator(language)(key as TextKey);
    return text === key ? null : text;
  };

/** Fields may hold the code of a State or territory. */
const stateName: Namer = (value, language) => (States.exists(value) ? States.name(value, language) : null);
const nameOfLanguage: Namer = (value, language) =>
  isLanguage(value) || value in LANGUAGE_NAMES ? languageName(value, language) : null;

const namers = new Map<string, Namer[]>([
  ['visibility', [wordOf('visibility')]],
  ['release', [wordOf('release')]],
  ['role', [wordOf('role')]],
  ['office', [wordOf('terms.office')]],
  ['kind', [wordOf('secretKeys.kind'), wordOf('reminders.kind'), wordOf('planKind'), wordOf('membership')]],
  ['language', [nameOfLanguage]],
  ['languages', [nameOfLanguage]],
  ['state', [stateName]],
  ['subject', [stateName]],
]);

/** A feature whose history records codes of its own says what they are called, once, when it is loaded. */
export const giveValueWords = (field: string, namer: Namer): void => {
  namers.set(field, [...(namers.get(field) ?? []), namer]);
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Texts by language, as a mechanism's names in others are recorded. */
const isByLanguage = (value: unknown): value is Record<string, string> =>
  typeof value === 'object' &&
  value !== null &&
  Object.entries(value).every(([code, text]) => code in LANGUAGE_NAMES && typeof text === 'string');

function textsByLanguage(texts: Record<string, string>, language: string): string | null {
  const parts = Object.entries(texts).map(
    ([code, text]) => `${languageName(code, language)}: ${isolated(text)}`,
  );
  return parts.join('; ') || null;
}

/** A value as people read it: no code of the program where there is a word for it. */
export function valueWords(field: string, value: unknown, language: string): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (Array.isArray(value)) {
    const list = value.map((one) => valueWords(field, one, language)).filter((one) => one !== null);
    return listed(list, language, 'unit') || null;
  }
  if (isByLanguage(value)) return textsByLanguage(value, language);
  if (typeof value !== 'string') return JSON.stringify(value);
  for (const namer of namers.get(field) ?? []) {
    const named = namer(value, language);
    if (named !== null) return named;
  }
  return DAY.test(value) ? formatDay(value, language) : value;
}
