import { createRequire } from 'node:module';

interface Country {
  cca2: string;
  cca3: string;
  tld: string[];
  unMember: boolean;
  /** By ISO 639-3 code. */
  languages: Record<string, string>;
}

const countries = createRequire(import.meta.url)('world-countries') as Country[];
const byTwoLetters = new Map(countries.map(({ cca2, cca3 }) => [cca2, cca3]));
/** A State after the territories that share its ending. */
const byEnding = new Map(
  [...countries]
    .sort((a, b) => Number(a.unMember) - Number(b.unMember))
    .flatMap(({ tld, cca3 }) => tld.map((one) => [one.replace('.', ''), cca3] as const)),
);
/** The list counts what is spoken as well: the one official language of Belize is English (World Factbook, "Belize"). */
const ONLY: Record<string, string[]> = { BLZ: ['eng'] };
const languages = new Map(
  countries.map(({ cca3, languages: spoken }) => [cca3, ONLY[cca3] ?? Object.keys(spoken)]),
);
const THREE_LETTERS: Record<string, string> = {
  en: 'eng',
  fr: 'fra',
  es: 'spa',
  ar: 'ara',
  ru: 'rus',
  pt: 'por',
};

/** The State of a code of two letters (ISO 3166-1 alpha-2), in capitals. */
export const stateOfTwoLetters = (code: string): string | undefined => byTwoLetters.get(code);

/** What governments call their part of a country's names, beside the country's own ending: `mfa.gov.et`, `sre.gob.mx`. */
const GOVERNMENT = /(?:^|\.)(?:gov|gob|gouv|gub|govt|go|gv|gc|government|bund|admin)\.([^.]+)$/u;

/**
 * The State that an address of a government belongs to. Other addresses under a country's ending say nothing: yahoo.fr is
 * used in many countries, and .io or .co stand for none.
 */
export function stateOfAddress(email: string): string | undefined {
  const ending = GOVERNMENT.exec(email.slice(email.lastIndexOf('@') + 1))?.[1];
  return ending && byEnding.get(ending);
}

/** Of some languages the first that is an official one of a State. */
export const officialAmong = <L extends string>(code: string, among: readonly L[]): L | undefined =>
  among.find((language) => languages.get(code)?.includes(THREE_LETTERS[language] ?? language));
