import { z } from 'zod';
import { choice, flag, text, version } from '../platform/http/input.js';

/** Rows in one go; the preview shows them on one page. More than that is what the import is for. */
export const MOST_ROWS = 150;

/** An address is typed, shortened, pasted: what is no id is as if it were not there. */
const place = () =>
  z
    .uuid()
    .nullish()
    .catch(null)
    .transform((value) => value ?? null);
export const tableQuery = z.object({ under: place(), after: place() });
export type TableQuery = z.output<typeof tableQuery>;

const rowEdit = z.object({
  id: z.uuid(),
  version: version(),
  cells: z.record(z.string().max(40), z.string().max(20_000)),
});

/** A form sends its changes as JSON text, a program as JSON. */
const changes = z.preprocess(
  (value) => {
    if (typeof value !== 'string') return value;
    try {
      return JSON.parse(value) as unknown;
    } catch {
      return undefined;
    }
  },
  z
    .array(rowEdit)
    .refine((rows) => rows.length > 0, { message: 'table.problem.nothing' })
    .refine((rows) => rows.length <= MOST_ROWS, { message: 'table.problem.tooMany' })
    .refine((rows) => new Set(rows.map(({ id }) => id)).size === rows.length, {
      message: 'table.problem.twice',
    }),
);

const reading = {
  dayOrder: z.preprocess((value) => value || null, z.enum(['day-first', 'month-first']).nullable()),
  unknownOwner: z.preprocess((value) => value || 'partner', choice(['partner', 'group', 'working-group'])),
};

export const changesInput = z.object({ changes, ...reading });
export type ChangesInput = z.output<typeof changesInput>;

/** A block pasted into a field, and where its first cell belongs. */
export const blockInput = z.object({
  /** Not trimmed: a tab at its beginning is an empty first cell. */
  block: z
    .string()
    .max(1_000_000)
    .refine((value) => value.trim() !== '', { message: 'error.required' }),
  row: z.uuid(),
  column: text(40),
  /** Keys of the columns that were shown, in their order. */
  columns: text(2000).transform((keys) => keys.split(' ')),
  ...reading,
});
export type BlockInput = z.output<typeof blockInput>;

export const dryRunQuery = z.object({ dryRun: flag() });
