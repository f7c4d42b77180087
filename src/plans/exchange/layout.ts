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
import { columnOf } from './cells.js';

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

/** How a table is to be read. */
export const layoutInput = z.object({
  sheet: wholeNumber(0, 1000),
  /** Number of the row with the headings; 0 when there is none. */
  headerRow: wholeNumber(0, LIMITS.rows),
  /** The last row that belongs to the plan; null: to the end. */
  lastRow: optionalWholeNumber(1, LIMITS.rows).default(null),
  /** By column, from the left. */
  columns: z
    .array(z.string().refine(isUse, { message: 'error.choice' }))
    .max(LIMITS.columns)
    .superRefine((uses, context) => {
      const double = uses.find((use, index) => use !== '' && uses.indexOf(use) !== index);
      if (double !== undefined)
        context.addIssue({
          code: 'custom',
          path: [uses.lastIndexOf(double)],
          message: 'exchange.problem.twice',
        });
      if (!uses.some((use) => use.startsWith('title.') || levelOf(use) !== null))
        context.addIssue({ code: 'custom', path: [0], message: 'exchange.problem.noTitle' });
    }),
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
export type Layout = z.output<typeof layoutInput>;
