import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { alphabet } from '../platform/i18n/alphabet.js';
import { giveArticles } from '../platform/i18n/articles.js';

interface Country {
  cca3: string;
  name: { common: string; official: string };
  translations: Record<string, { common: string; official: string } | undefined>;
  altSpellings: string[];
}
type ByLanguage = Record<string, Record<string, string> | undefined>;

/** Names as the United Nations write them, with their source. */
const united = JSON.parse(readFileSync(new URL('./states/un-names.json', import.meta.url), 'utf8')) as {
  names: ByLanguage;
  articles: ByLanguage;
};
const listed = Object.keys(united.names.en!);

const countries = createRequire(import.meta.url)('world-countries') as Country[];
const byCode = new Map(countries.map((country) => [country.cca3, country]));
const TRANSLATIONS: Record<string, string> = {
  fr: 'fra',
  es: 'spa',
  ar: 'ara',
  zh: 'zho',
  ru: 'rus',
  pt: 'por',
};
/** Names that were in use until lately, and that neither list has any more. */
const FORMER: Record<string, string[] | undefined> = { TUR: ['Turkey'] };

for (const [language, articles = {}] of Object.entries(united.articles))
  giveArticles(
    language,
    new Map(Object.entries(articles).map(([code, article]) => [united.names[language]![code]!, article])),
  );

/** Names of participants that are no States of the United Nations, by code: as each mechanism calls them. */
const ownNames = new Map<string, Map<string, string>>();

/**
 * States and territories by ISO 3166-1 alpha-3 code, with their names: States by those of the United Nations. A code
 * is an entry in a list of members and says nothing about status; lists are in the order of the reader's own alphabet.
 */
export const States = {
  exists: (code: string): boolean => byCode.has(code),

  /** Whether the United Nations have it in their list of States. */
  isListed: (code: string): boolean => united.names.en![code] !== undefined,

  /**
   * From now on a participant goes by the name that a mechanism uses, wherever it is shown; by the first mechanism's
   * where several differ. It is said again with every row that is read, so that all processes come to know.
   */
  call(mechanismId: string, code: string, name: string): void {
    const known = ownNames.get(code) ?? new Map<string, string>();
    ownNames.set(code, known.set(mechanismId, name));
  },

  /** The participant that some mechanism calls so. */
  called: (name: string): string | undefined =>
    [...ownNames].find(([, names]) => [...names.values()].includes(name))?.[0],

  /** The name in a language (English when there is none), or the code itself when it is unknown. */
  name(code: string, language: string): string {
    const { names } = united;
    if (names.en![code]) return names[language]?.[code] ?? translated(code, language) ?? names.en![code];
    const own = [...(ownNames.get(code) ?? [])].sort(([one], [other]) => (one < other ? -1 : 1))[0]?.[1];
    return own ?? translated(code, language) ?? byCode.get(code)?.name.common ?? code;
  },

  /** Every name a State goes by, in whatever language, to find it by; short forms of two letters are left out. */
  names(code: string): string[] {
    const country = byCode.get(code);
    if (!country) return [];
    const other = Object.values(TRANSLATIONS).map((language) => country.translations[language]);
    const found = Object.values(united.names)
      .flatMap((names) => names?.[code] ?? [])
      .concat([country.name, ...other].flatMap((name) => (name ? [name.common, name.official] : [])))
      .concat(
        country.altSpellings.filter((name) => name.length > 2),
        FORMER[code] ?? [],
      );
    return [...new Set(found)];
  },

  /** Codes in the order of a language's alphabet. */
  sorted(codes: Iterable<string>, language: string): string[] {
    const { compare } = alphabet(language);
    const named = [...codes].map((code) => ({ code, name: States.name(code, language) }));
    return named.sort((a, b) => compare(a.name, b.name)).map(({ code }) => code);
  },

  /** What a list to choose from holds: who takes part in a mechanism, then the other States; no other territory. */
  toChoose(participants: Iterable<string>, language: string): { participants: string[]; others: string[] } {
    const here = new Set(participants);
    return {
      participants: States.sorted(here, language),
      others: States.sorted(
        listed.filter((code) => !here.has(code)),
        language,
      ),
    };
  },

  /** All codes there are a name for, to read a name that somebody wrote. */
  all: (): string[] => [...byCode.keys()],
};

const translated = (code: string, language: string) =>
  byCode.get(code)?.translations[TRANSLATIONS[language] ?? '']?.common;
