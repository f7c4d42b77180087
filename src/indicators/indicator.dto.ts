import { z } from 'zod';
import { decimal, optionalDecimal } from '../platform/http/decimal.js';
import {
  flag,
  optionalText,
  optionalWholeNumber,
  text,
  version,
  wholeNumber,
} from '../platform/http/input.js';
import { localizedText, optionalLocalizedText } from '../platform/http/localized.js';
import { FIRST_YEAR, LAST_YEAR, type Period, periodText, readPeriod } from './period.js';
import { type Sex, sexOf } from './vocabulary.js';

const MOST_TARGETS = 60;
/** So many readings at once. */
export const MOST_READINGS = 500;

type Row = Record<string, unknown>;
const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null;
const isEmpty = (row: unknown) =>
  isRow(row) && Object.values(row).every((value) => typeof value === 'string' && value.trim() === '');

/** A form sends rows by their number, empty ones too: `{ 0: {...}, 1: {...} }`. Anything else is left as it is. */
export function rowsOf(value: unknown): unknown {
  if (value === undefined || value === null || value === '') return [];
  const rows = isRow(value) && !Array.isArray(value) ? Object.values(value) : value;
  return Array.isArray(rows) ? rows.filter((row) => !isEmpty(row)) : rows;
}

const target = z
  .object({
    year: wholeNumber(FIRST_YEAR, LAST_YEAR),
    value: optionalDecimal(),
    text: optionalText(300),
  })
  .refine(({ value, text: words }) => value !== null || words !== null, {
    path: ['value'],
    message: 'error.targetEmpty',
  });

/** Everything but the title may be left out. */
export const indicatorInput = z.object({
  code: z.preprocess((value) => value ?? '', z.coerce.string().trim().max(40)),
  title: localizedText(1000),
  unit: optionalLocalizedText(100),
  baseline: z
    .object({
      value: optionalDecimal(),
      year: optionalWholeNumber(FIRST_YEAR, LAST_YEAR),
      text: optionalText(300),
    })
    .default({ value: null, year: null, text: null }),
  targets: z.preprocess(rowsOf, z.array(target).max(MOST_TARGETS)),
  source: optionalLocalizedText(1000),
  otherDimension: optionalText(100),
});
export type IndicatorInput = z.output<typeof indicatorInput>;
export const indicatorChange = z.intersection(indicatorInput, z.object({ version: version() }));

/** Typed as `2025`, `2025-Q2`, `2025-06-30` or `2024-07/2025-06`. */
const period = text(60).transform((typed, context): Period => {
  const read = readPeriod(typed);
  if (read) return read;
  context.addIssue({ code: 'custom', message: 'error.period' });
  return z.NEVER;
});

const sex = optionalText(60).transform((word, context): Sex | null => {
  if (word === null) return null;
  const known = sexOf(word);
  if (known) return known;
  context.addIssue({ code: 'custom', message: 'error.sex' });
  return z.NEVER;
});

/** A period, a figure, and what the figure is about. */
export const readingInput = z.object({
  period,
  value: decimal(),
  sex,
  ageGroup: optionalText(100),
  migrationStatus: optionalText(100),
  other: optionalText(200),
  source: optionalText(1000),
  note: optionalText(5000),
});
export type ReadingInput = z.output<typeof readingInput>;

export const readingsInput = z.object({ readings: z.array(readingInput).min(1).max(MOST_READINGS) });
export const correctionInput = z.intersection(readingInput, z.object({ reason: optionalText(1000) }));
export type CorrectionInput = z.output<typeof correctionInput>;
export const withdrawalInput = z.object({ reason: text(1000) });
export const readingsQuery = z.object({ superseded: flag() });
/** How many readings come before the page that is asked for. */
export const listPlace = z.object({
  after: optionalWholeNumber(0, 10_000_000).transform((after) => after ?? 0),
});
/** What was pasted, and whether it has been looked at. */
export const linesInput = z.object({ text: text(200_000), confirmed: flag() });

/** A reading as the input that would make it. */
export function asTyped(reading: Period & Omit<ReadingInput, 'period'>) {
  const { value, sex: sexCode, ageGroup, migrationStatus, other, source, note } = reading;
  return { period: periodText(reading), value, sex: sexCode, ageGroup, migrationStatus, other, source, note };
}
