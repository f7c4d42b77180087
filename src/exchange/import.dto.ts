import { z } from 'zod';
import { ENCODINGS } from '../platform/spreadsheets/decode-text.js';
import {
  choice,
  flag,
  listOf,
  optionalChoice,
  optionalText,
  optionalWholeNumber,
  text,
} from '../platform/http/input.js';
import { PLAN_KINDS } from '../plans/plan/vocabulary.js';
import { checked, HIERARCHIES, layoutFields } from './match/layout.js';
import { OUTCOMES } from './preview/outcome.js';

/** A form sends its columns as `columns.0`, `columns.1`. */
const columnsInOrder = (value: unknown): unknown => {
  const fields = value as Record<string, unknown> | null;
  const columns = fields?.columns;
  if (!columns || typeof columns !== 'object' || Array.isArray(columns)) return value;
  const places = Object.keys(columns).filter((key) => /^\d{1,3}$/.test(key));
  const list = Array.from({ length: Math.max(-1, ...places.map(Number)) + 1 }, () => '');
  for (const place of places) list[Number(place)] = String((columns as Record<string, unknown>)[place]);
  return { ...fields, columns: list };
};

/** How a file is read, and what a new plan is called. */
export const matchInput = z.preprocess(
  columnsInOrder,
  checked(
    layoutFields.extend({
      title: optionalText(300).default(null),
      kind: optionalChoice(PLAN_KINDS).default(null),
    }),
  ),
);
export type MatchInput = z.output<typeof matchInput>;

/** A look at another sheet, or with another row of headings. */
export const lookQuery = z.object({
  sheet: optionalWholeNumber(0, 1000).default(null),
  headerRow: optionalWholeNumber(0, 20_000).default(null),
});

export const previewQuery = z.object({
  show: optionalChoice([...OUTCOMES, 'moved', 'notices'])
    .catch(null)
    .default(null),
  from: optionalWholeNumber(0, 100_000).catch(null).default(null),
});
export type PreviewQuery = z.output<typeof previewQuery>;

export const confirmInput = z.object({
  fingerprint: z.string().max(100).default(''),
  /** Items to remove, of those the file does not have. */
  remove: listOf(z.uuid()),
});

const json = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value, context) => {
    if (typeof value !== 'string' || value === '') return value ?? undefined;
    try {
      return JSON.parse(value) as unknown;
    } catch {
      context.addIssue({ code: 'custom', message: 'error.format' });
      return z.NEVER;
    }
  }, schema);

/** What a program may say in the address: all of it can be left out but where the plan goes. */
export const importQuery = z.object({
  mechanismId: optionalText(36).default(null),
  /** A plan to update; without it the file becomes a new plan. */
  planId: z.preprocess((value) => value || null, z.uuid().nullable()),
  dryRun: flag(),
  title: optionalText(300).default(null),
  kind: optionalChoice(PLAN_KINDS).default(null),
  encoding: optionalChoice(ENCODINGS).default(null),
  sheet: optionalText(100).default(null),
  headerRow: optionalWholeNumber(0, 20_000).default(null),
  lastRow: optionalWholeNumber(1, 20_000).default(null),
  hierarchy: optionalChoice(HIERARCHIES).default(null),
  /** JSON: what a column holds, by its letter or heading. `{"B": "title.en", "Deadline": "when"}` */
  columns: json(z.record(z.string(), z.string()).default({})),
  textLanguage: optionalText(2).default(null),
  dayOrder: optionalChoice(['day-first', 'month-first']).default(null),
  unknownOwner: choice(['partner', 'group', 'working-group']).default('partner'),
  everyRow: flag(),
  skipProblems: flag(),
  remove: listOf(z.uuid()),
});
export type ImportQuery = z.output<typeof importQuery>;

export const uploadQuery = z.object({ encoding: optionalChoice(ENCODINGS).catch(null).default(null) });
export const fileName = text(200);
