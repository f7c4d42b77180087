import { wrong } from '../platform/http/field.js';
import { DecimalText, Flag, LongText, Text } from '../platform/http/fields.js';
import { ListOf, Nested } from '../platform/http/list-fields.js';
import type { Decimal } from '../platform/i18n/decimal.js';
import { type Period, periodText, readPeriod } from './period.js';
import { type Sex, sexOf } from './vocabulary.js';

/** So many readings at once. */
export const MOST_READINGS = 500;

/** A period, a figure, and what the figure is about. */
export class ReadingInput {
  /** Typed as `2025`, `2025-Q2`, `2025-06-30` or `2024-07/2025-06`. */
  @Text(60, { parse: (typed) => readPeriod(typed) ?? wrong('error.period') }) period!: Period;
  @DecimalText() value!: Decimal;
  @Text(60, { optional: true, parse: (word) => sexOf(word) ?? wrong('error.sex') }) sex!: Sex | null;
  @Text(100, { optional: true }) ageGroup!: string | null;
  @Text(100, { optional: true }) migrationStatus!: string | null;
  @Text(200, { optional: true }) other!: string | null;
  @LongText(1000, { optional: true }) source!: string | null;
  @LongText(5000, { optional: true }) note!: string | null;
}

export class ReadingsInput {
  @ListOf(Nested(() => ReadingInput), { min: 1, max: MOST_READINGS, strict: true }) readings!: ReadingInput[];
}
export class CorrectionInput extends ReadingInput {
  @LongText(1000, { optional: true }) reason!: string | null;
}
export class WithdrawalInput {
  @LongText(1000) reason!: string;
}
export class ReadingsQuery {
  @Flag() superseded!: boolean;
}
/** What was pasted, and whether it has been looked at. */
export class LinesInput {
  @LongText(200_000) text!: string;
  @Flag() confirmed!: boolean;
}

/** A reading as the input that would make it. */
export function asTyped(reading: Period & Omit<ReadingInput, 'period'>) {
  const { value, sex: sexCode, ageGroup, migrationStatus, other, source, note } = reading;
  return { period: periodText(reading), value, sex: sexCode, ageGroup, migrationStatus, other, source, note };
}
