import { isTextField } from '../cells/text-fields.js';
import { isRecord } from '../../platform/http/field.js';
import { Flag, OneOf, Text, Whole } from '../../platform/http/fields.js';
import { ListOf, RecordOf, withoutEmpty } from '../../platform/http/list-fields.js';
import { RawText } from '../../platform/http/raw-text.js';
import { Rule, Settled } from '../../platform/http/read-input.js';
import { LIMITS } from '../../platform/spreadsheets/spreadsheet.js';
import { columnOf } from '../cells/cells.js';
import { FileReadingInput } from '../cells/reading.dto.js';

/** Where the tree of a table comes from. */
export const HIERARCHIES = ['flat', 'level', 'parent', 'code', 'indent', 'columns', 'sections'] as const;
export type Hierarchy = (typeof HIERARCHIES)[number];

/** What the heading rows of a kind are: of a level, items like others, or rows that go. */
export const ROW_LEVELS = ['1', '2', '3', '4', '5', '6', 'item', 'out'] as const;
/** By the kind's name. */
export type RowLevels = Readonly<Record<string, (typeof ROW_LEVELS)[number]>>;

/** Levels that a level column or columns of levels tell apart. */
export const MAX_LEVELS = 12;
/** Items above each other, whichever way they are told apart. */
export const MAX_DEPTH = 30;
const STRUCTURE = ['id', 'level', 'parent', 'carriedFrom', 'indicators'];
const LEVEL = /^(?:level|levelCode)\.([1-9]|1[0-2])$/;

/**
 * What a column of a file is used for: the key of a column of items, `id`, `level`, `parent`, `carriedFrom`, `indicators` (which are made of it), the n-th
 * level's titles or codes (`level.2`, `levelCode.2`), or nothing (empty).
 */
export type Use = string;
export const isUse = (use: string): boolean =>
  use === '' || STRUCTURE.includes(use) || LEVEL.test(use) || columnOf(use) !== undefined;
/** The n of `level.n`; null for any other use. */
export const levelOf = (use: Use): number | null =>
  use.startsWith('level.') ? Number(use.slice('level.'.length)) : null;

/** A text's column that names no language holds texts in the usual one. */
export const inUsualLanguage = (use: Use, language: string): Use =>
  isTextField(use) ? `${use}.${language}` : use;
const isOffered = (use: Use): boolean => isUse(inUsualLanguage(use, 'en'));

/** A form sends its columns as `columns.0`, `columns.1`. */
function inOrder(raw: unknown): unknown {
  if (!isRecord(raw)) return raw;
  const places = Object.keys(raw).filter((key) => /^\d{1,3}$/.test(key));
  const list = Array.from({ length: Math.max(-1, ...places.map(Number)) + 1 }, () => '');
  for (const place of places) list[Number(place)] = String(raw[place]);
  return list;
}

/** The columns with the language filled in. */
const inFull = ({ columns, textLanguage }: Layout): Use[] =>
  columns.map((use) => inUsualLanguage(use, textLanguage));
const isLanguage = (code: string) => /^[a-z]{2}$/.test(code);

/** How a table is to be read. Each use stands once, and one of them is the title. */
@Rule<LayoutInput>((layout, wrong) => {
  if (!layout.columns.every(isOffered) || !isLanguage(layout.textLanguage)) return;
  const columns = inFull(layout);
  const double = columns.findIndex((use, index) => use !== '' && columns.indexOf(use) !== index);
  if (double >= 0) wrong(`columns.${double}`, 'exchange.problem.twice');
  const titled = columns.some((use) => use.startsWith('title.') || levelOf(use) !== null);
  if (columns.length > 0 && !titled) wrong('columns.0', 'exchange.problem.noTitle');
})
@Settled<LayoutInput>((layout) => ({ ...layout, columns: inFull(layout) }))
export class LayoutInput extends FileReadingInput {
  @Whole(0, 1000) sheet!: number;
  /** Number of the row with the headings; 0 when there is none. */
  @Whole(0, LIMITS.rows) headerRow!: number;
  /** The last row that belongs to the plan; null: to the end. */
  @Whole(1, LIMITS.rows, { optional: true }) lastRow!: number | null;
  /** By column, from the left. */
  @ListOf(RawText(undefined, { check: [isOffered, 'error.choice'] }), {
    before: inOrder,
    max: LIMITS.columns,
    strict: true,
  })
  columns!: Use[];
  @OneOf(HIERARCHIES) hierarchy!: Hierarchy;
  /** What the heading rows of a kind are, where the guess is not right: `{"word-priority": "1"}`. */
  @RecordOf(OneOf(ROW_LEVELS), (key) => key.length <= 80, { before: withoutEmpty, default: {} })
  rowLevels!: RowLevels;
  /** Headings that are objectives of the Compact map the rows under them, where these name none. */
  @Flag() headingObjectives!: boolean;
  /** Titles begin with the code: "1.2 Train border officials". */
  @Flag() splitCodes!: boolean;
  @Text(2, { check: [isLanguage, 'error.language'] }) textLanguage!: string;
  /** Rows that look like totals and notes are items, too. */
  @Flag() everyRow!: boolean;
  /** Leave out what is not understood, instead of refusing the whole. */
  @Flag() skipProblems!: boolean;
}
export type Layout = LayoutInput;
