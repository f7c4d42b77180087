import { z } from 'zod';
import {
  choice,
  flag,
  optionalChoice,
  optionalWholeNumber,
  text,
  wholeNumber,
} from '../../platform/http/input.js';
import { LIMITS } from '../../platform/spreadsheets/spreadsheet.js';
import { columnOf } from '../cells/cells.js';

/** Where the tree of a table comes from. */
export const HIERARCHIES = ['flat', 'level', 'parent', 'code', 'indent', 'columns', 'sections'] as const;
export type Hierarchy = (typeof HIERARCHIES)[number];

/** Levels that a level column or columns of levels tell apart. */
export const MAX_LEVELS = 12;
/** Items above each other, whichever way they are told apart. */
export const MAX_DEPTH = 30;
const STRUCTURE = ['id', 'level', 'parent', 'carriedFrom'];
const LEVEL = /^(?:level|levelCode)\.([1-9]|1[0-2])$/;

/**
 * What a column of a file is used for: the key of a column of items, `id`, `level`, `parent`, `carriedFrom`, the n-th
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
  use === 'title' || use === 'description' ? `${use}.${language}` : use;
const isOffered = (use: Use): boolean => isUse(inUsualLanguage(use, 'en'));

/** How a table is to be read, as it is said: see `checked`. */
export const layoutFields = z.object({
  sheet: wholeNumber(0, 1000),
  /** Number of the row with the headings; 0 when there is none. */
  headerRow: wholeNumber(0, LIMITS.rows),
  /** The last row that belongs to the plan; null: to the end. */
  lastRow: optionalWholeNumber(1, LIMITS.rows).default(null),
  /** By column, from the left. */
  columns: z
    .array(z.string().refine(isOffered, { message: 'error.choice' }))
    .max(LIMITS.columns)
    .default([]),
  hierarchy: choice(HIERARCHIES),
  /** Titles begin with the code: "1.2 Train border officials". */
  splitCodes: flag(),
  textLanguage: text(2).refine((code) => /^[a-z]{2}$/.test(code), { message: 'error.language' }),
  dayOrder: optionalChoice(['day-first', 'month-first']).default(null),
  unknownOwner: choice(['partner', 'group', 'working-group']).default('partner'),
  /** Rows that look like totals and notes are items, too. */
  everyRow: flag(),
  /** Leave out what is not understood, instead of refusing the whole. */
  skipProblems: flag(),
});
export type Layout = z.output<typeof layoutFields>;

/** Languages filled in; each use once, and one of them the title. */
export const checked = <T extends Layout>(schema: z.ZodType<T>) =>
  schema
    .transform((layout) => ({
      ...layout,
      columns: layout.columns.map((use) => inUsualLanguage(use, layout.textLanguage)),
    }))
    .superRefine(({ columns }, context) => {
      const wrong = (column: number, message: string) =>
        context.addIssue({ code: 'custom', path: ['columns', column], message });
      const double = columns.findIndex((use, index) => use !== '' && columns.indexOf(use) !== index);
      if (double >= 0) wrong(double, 'exchange.problem.twice');
      const titled = columns.some((use) => use.startsWith('title.') || levelOf(use) !== null);
      if (columns.length > 0 && !titled) wrong(0, 'exchange.problem.noTitle');
    });
export const layoutInput = checked(layoutFields);
