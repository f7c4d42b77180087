import { LANGUAGES, type TextKey, translator } from '../platform/i18n/i18n.js';

export const SEXES = ['female', 'male', 'other', 'not-stated'] as const;
export type Sex = (typeof SEXES)[number];

/** By what a reading may be broken down. Where a dimension is null the reading is for all of it together. */
export const DIMENSIONS = ['sex', 'ageGroup', 'migrationStatus', 'other'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** The columns of a reading, as people paste them and as they are exported, in this order. */
export const READING_COLUMNS = ['period', 'value', ...DIMENSIONS, 'source', 'note'] as const;
export type ReadingColumn = (typeof READING_COLUMNS)[number];

const simplified = (word: string) => word.trim().toLowerCase().normalize('NFC');

/** By the code and by its name in each language of the interface. */
function namesOf<Code extends string>(
  codes: readonly Code[],
  key: (code: Code) => string,
): Map<string, Code> {
  const names = codes.flatMap((code) => [
    [simplified(code), code] as const,
    ...LANGUAGES.map((language) => [simplified(translator(language)(key(code) as TextKey)), code] as const),
  ]);
  return new Map(names);
}

let sexes: Map<string, Sex> | undefined;
let columns: Map<string, ReadingColumn> | undefined;

/** "Femmes" is `female`; undefined for a word that names none. */
export const sexOf = (word: string): Sex | undefined =>
  (sexes ??= namesOf(SEXES, (sex) => `sex.${sex}`)).get(simplified(word));

/** "Valeur" is `value`; undefined for a word that names no column. */
export const columnOf = (word: string): ReadingColumn | undefined =>
  (columns ??= namesOf(READING_COLUMNS, (column) => `reading.${column}`)).get(simplified(word));
