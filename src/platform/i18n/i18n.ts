import { readdirSync, readFileSync } from 'node:fs';
import i18next from 'i18next';
import type { EnglishKey } from '../../locales/keys.js';
import type { FieldMessage } from '../errors.js';
import { inSentence, NAME_FORMS } from './articles.js';
import { formatDay, localeOf } from './dates.js';
import { isolated } from './isolated.js';
import { oneLine } from './one-line.js';
import { filled, type Pattern, patternOf } from './pattern.js';

export const LANGUAGES = ['en', 'fr', 'es', 'ar'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The languages' own names, as a person looks for them in a list. */
export const LANGUAGE_NAMES: Record<string, string> = {
  en: 'English',
  fr: 'Français',
  es: 'Español',
  ar: 'العربية',
  zh: '中文',
  ru: 'Русский',
  pt: 'Português',
};

type Plural = '_zero' | '_one' | '_two' | '_few' | '_many' | '_other';
type StripPlural<K> = K extends `${infer Base}${Plural}` ? Base : K;
/** Every key of the English catalogue; the plural forms of one count as one. */
export type TextKey = StripPlural<EnglishKey>;
export type Translate = (key: TextKey, values?: Record<string, unknown>) => string;

/** One file per feature: `locales/en/plans.json`. */
function catalogue(language: string): Record<string, string> {
  const folder = new URL(`../../locales/${language}/`, import.meta.url);
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  const parts = files.map(
    (file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Record<string, string>,
  );
  return Object.assign({}, ...parts) as Record<string, string>;
}

const catalogues = Object.fromEntries(LANGUAGES.map((language) => [language, catalogue(language)])) as Record<
  Language,
  Record<string, string>
>;

const i18n = i18next.createInstance();
void i18n.init({
  initAsync: false,
  lng: 'en',
  fallbackLng: 'en',
  supportedLngs: [...LANGUAGES],
  // Keys are flat ("plans.title"), and Preact escapes what it prints.
  keySeparator: false,
  nsSeparator: false,
  // A name that holds lines would write paragraphs of its own into a sentence, or into a mail.
  interpolation: { escapeValue: true, escape: oneLine },
  resources: Object.fromEntries(
    LANGUAGES.map((language) => [language, { translation: catalogues[language] }]),
  ),
});

for (const form of NAME_FORMS)
  i18n.services.formatter!.add(form, (name: string, language = 'en') => inSentence(name, form, language));
// A day inside a message whose reader is not known when it is made: `{{from, day}}`.
i18n.services.formatter!.add('words', (count: number, language = 'en') => inWords(count, language));
i18n.services.formatter!.add('day', (day: string, language = 'en') => formatDay(day, language));

/** A count as documents write it, `{{count, words}}`: up to nine in words, where the catalogue has them. */
function inWords(count: number, language: string): string {
  const word = count < 10 && isLanguage(language) && catalogues[language][`say.number.${count}`];
  return word || new Intl.NumberFormat(localeOf(language)).format(count);
}

const translators = new Map<string, Translate>();

/** The texts of the interface in one language; what a language lacks comes in English. */
export function translator(language: string): Translate {
  let translate = translators.get(language);
  if (!translate) {
    const shown = isLanguage(language) ? language : 'en';
    const textOf = (key: string) => catalogues[shown][key] ?? catalogues.en[key];
    translate = isolatingLatin(shown, remembering(i18n.getFixedT(shown), textOf));
    translators.set(language, translate);
  }
  return translate;
}

/** In a text from right to left, an address, a file name or an abbreviation keeps its own order and that of its marks. */
function isolatingLatin(language: string, look: Translate): Translate {
  if (directionOf(language) === 'ltr') return look;
  const inDirection = (value: unknown): unknown =>
    typeof value === 'string' &&
    /[a-z]/i.test(value) &&
    !/^[\u2066-\u2068]/.test(value) &&
    !i18n.exists(value)
      ? isolated(value)
      : value;
  const all = (values: object) =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, inDirection(value)]));
  return (key, values) => {
    if (!values) return look(key, values);
    const { replace } = values;
    return look(key, { ...all(values), ...(replace ? { replace: all(replace) } : {}) });
  };
}

/**
 * Looking a text up takes the library five microseconds, and three times that with values, hundreds of times in a page.
 * What takes no values is remembered, and what takes plain ones is put together here from its parts.
 */
function remembering(look: Translate, textOf: (key: string) => string | undefined): Translate {
  const known = new Map<string, string>();
  const patterns = new Map<string, Pattern | null>();
  return (key, values) => {
    if (values !== undefined) {
      let pattern = patterns.get(key);
      if (pattern === undefined) {
        const text = textOf(key);
        pattern = text === undefined ? null : patternOf(text);
        if (text !== undefined) patterns.set(key, pattern);
      }
      return (pattern && filled(pattern, values)) ?? look(key, values);
    }
    const text = known.get(key) ?? look(key);
    // A key that is in no catalogue comes back as it is; it may have come from outside, and they are without end.
    if (text !== key) known.set(key, text);
    return text;
  };
}

export const isLanguage = (value: string): value is Language =>
  (LANGUAGES as readonly string[]).includes(value);
export const directionOf = (language: string): 'rtl' | 'ltr' => (language === 'ar' ? 'rtl' : 'ltr');

/** A field's message in words. Messages carry keys so that services need no language. */
export const messageText = (t: Translate, message: FieldMessage) => t(message.key as TextKey, message.values);

/** The first of the browser's languages that the interface has; English when it has none. */
export function negotiateLanguage(acceptLanguage: string | undefined): Language {
  for (const part of (acceptLanguage ?? '').split(',')) {
    const language = part.split(';')[0]!.trim().slice(0, 2).toLowerCase();
    if (isLanguage(language)) return language;
  }
  return 'en';
}
