import { LANGUAGE_NAMES } from '../../platform/i18n/i18n.js';
import type { Cell } from '../cell.js';
import { CELL_LANGUAGES, type CellLanguage } from '../cell-language.js';
import {
  currencyCell,
  amountCell,
  objectivesCell,
  ownersCell,
  principlesCell,
  referencesCell,
} from './list-cells.js';
import {
  FIELD_NAMES,
  type FieldName,
  READ_ONLY_NAMES,
  type ReadOnlyName,
} from '../words/column-names.data.js';
import { flagCell, originalCell, statusCell, textCell, localizedCell } from './text-cells.js';
import { boundCell, whenCell } from './when-cells.js';

export interface Column extends Cell {
  /** `title.fr`, `when`: its name in addresses, forms and mappings. */
  key: string;
  field: FieldName | ReadOnlyName;
  /** Of the texts in it; null when they are in none. */
  language: string | null;
  /** Read into other columns' fields, and never written. */
  readOnly: boolean;
}

/** Columns of an item's facts, in the order in which cells of a row are to be put into an item. */
const FIELDS: Readonly<Record<FieldName, Cell | ((language: string) => Cell)>> = {
  code: textCell('code', 40),
  title: (language) => localizedCell('title', language, 1000),
  titleOriginal: originalCell('title'),
  description: (language) => localizedCell('description', language, 20_000),
  descriptionOriginal: originalCell('description'),
  deliverables: (language) => localizedCell('deliverables', language, 20_000),
  deliverablesOriginal: originalCell('deliverables'),
  notes: (language) => localizedCell('notes', language, 20_000),
  notesOriginal: originalCell('notes'),
  kind: textCell('kind', 100),
  status: statusCell,
  when: whenCell,
  owners: ownersCell('owners'),
  objectives: objectivesCell,
  principles: principlesCell,
  references: referencesCell(null),
  currency: currencyCell,
  needed: amountCell('needed'),
  pledged: amountCell('pledged'),
  gap: amountCell('gap'),
  crossCutting: flagCell('crossCutting'),
  institutional: flagCell('institutional'),
};

const READ_ONLY: Readonly<Record<ReadOnlyName, Cell>> = {
  start: boundCell('start'),
  end: boundCell('end'),
  states: ownersCell('states'),
  partners: ownersCell('partners'),
  workingGroups: ownersCell('workingGroups'),
  sdg: referencesCell('sdg'),
  jvap: referencesCell('jvap'),
};

const LANGUAGE = /^[a-z]{2}$/;
const isField = (name: string): name is FieldName => Object.hasOwn(FIELDS, name);
const isReadOnly = (name: string): name is ReadOnlyName => Object.hasOwn(READ_ONLY, name);

/** A column by its key; undefined when there is none. A text's column names its language: `title.en`. */
export function columnOf(key: string): Column | undefined {
  const [name = '', language = null, more] = key.split('.');
  if (more !== undefined) return undefined;
  if (isReadOnly(name))
    return language === null ? { key, field: name, language, readOnly: true, ...READ_ONLY[name] } : undefined;
  if (!isField(name)) return undefined;
  const cell = FIELDS[name];
  if (typeof cell !== 'function')
    return language === null ? { key, field: name, language, readOnly: false, ...cell } : undefined;
  if (language === null || !LANGUAGE.test(language)) return undefined;
  return { key, field: name, language, readOnly: false, ...cell(language) };
}

/** Every column that holds facts of its own, texts once for each language. */
export function columnsFor(languages: readonly string[]): Column[] {
  return (Object.keys(FIELDS) as FieldName[])
    .flatMap((name) =>
      typeof FIELDS[name] === 'function' ? languages.map((one) => `${name}.${one}`) : [name],
    )
    .map((key) => columnOf(key)!);
}

/** Columns that are only read. */
export const readOnlyColumns = (): Column[] =>
  (Object.keys(READ_ONLY) as ReadOnlyName[]).map((name) => columnOf(name)!);

/** Place of a column in the order in which cells of one row are put into an item. */
export const orderOf = ({ field }: Column): number =>
  [...Object.keys(FIELDS), ...Object.keys(READ_ONLY)].indexOf(field);

/** What a column is called at the head of a table: "Title", or "Title (Français)" when the text is in another language. */
export function heading(
  column: Pick<Column, 'field' | 'language'>,
  language: CellLanguage,
  textLanguage: string,
): string {
  const { field } = column;
  const name = (isField(field) ? FIELD_NAMES[field] : READ_ONLY_NAMES[field]).names[language];
  if (column.language === null || column.language === textLanguage) return name;
  return `${name} (${LANGUAGE_NAMES[column.language] ?? column.language})`;
}

/** The interface's language when files are written in it; English otherwise. */
export const cellLanguage = (language: string): CellLanguage =>
  CELL_LANGUAGES.find((one) => one === language) ?? 'en';
