import { createRequire } from 'node:module';

interface Country {
  cca3: string;
  unMember: boolean;
  name: { common: string; official: string };
  translations: Record<string, { common: string; official: string } | undefined>;
  altSpellings: string[];
}

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

/**
 * States and territories by ISO 3166-1 alpha-3 code, with their names. A code is an entry in a list of
 * members and says nothing about status; lists are in the order of the reader's own alphabet.
 */
export const States = {
  exists: (code: string): boolean => byCode.has(code),

  /** The name in a language (English when there is none), or the code itself when it is unknown. */
  name(code: string, language: string): string {
    const country = byCode.get(code);
    return country?.translations[TRANSLATIONS[language] ?? '']?.common ?? country?.name.common ?? code;
  },

  /** Every name a State goes by, in whatever language, to find it by; short forms of two letters are left out. */
  names(code: string): string[] {
    const country = byCode.get(code);
    if (!country) return [];
    const translated = Object.values(TRANSLATIONS).map((language) => country.translations[language]);
    return [country.name, ...translated]
      .flatMap((name) => (name ? [name.common, name.official] : []))
      .concat(country.altSpellings.filter((name) => name.length > 2));
  },

  /** Codes in the order of a language's alphabet. */
  sorted(codes: Iterable<string>, language: string): string[] {
    return [...codes].sort((a, b) =>
      States.name(a, language).localeCompare(States.name(b, language), language),
    );
  },

  all: (): string[] => [...byCode.keys()],
};
