import type { FieldErrors } from '../platform/errors.js';
import { Problem } from '../platform/http/field.js';
import { readFields } from '../platform/http/read-input.js';
import type { Day } from '../platform/i18n/day.js';
import { ReadingInput } from './reading.dto.js';
import type { Reading } from './indicator.entity.js';
import { type Period, periodText } from './period.js';

type Recorded = Omit<ReadingInput, 'period'> & Period;

/** What makes two readings the same: everything but the note. Two sources may well give two figures for one period. */
export function identityOf(reading: ReadingInput | Recorded): string {
  const period = 'period' in reading ? reading.period : reading;
  const { value, sex, ageGroup, migrationStatus, other, source } = reading;
  return JSON.stringify([periodText(period), value, sex, ageGroup, migrationStatus, other, source]);
}

/**
 * What stands against recording these readings, by field: a period that has not begun on the day `today`, and a
 * reading that is there already, among those that stand or earlier in the list. `place` begins the name of a field;
 * what could not be read at all is null, and keeps its place.
 */
export function problemsOf(
  inputs: readonly (ReadingInput | null)[],
  standing: readonly Reading[],
  today: Day,
  place: (index: number) => string,
): FieldErrors {
  const there = new Set(standing.map(identityOf));
  const problems: FieldErrors = {};
  for (const [index, input] of inputs.entries()) {
    if (input === null) continue;
    if (input.period.start > today) problems[`${place(index)}period`] = { key: 'error.notBegun' };
    const identity = identityOf(input);
    if (there.has(identity)) problems[`${place(index)}value`] = { key: 'error.readingThere' };
    there.add(identity);
  }
  return problems;
}

/** Reads each row by itself, so that every one is told what is wrong with it; null for those that cannot be read. */
export function readRows(rows: readonly unknown[], place: (index: number) => string) {
  const errors: FieldErrors = {};
  const inputs = rows.map((row, index): ReadingInput | null => {
    const input = readFields(ReadingInput, row);
    if (!(input instanceof Problem)) return input;
    for (const [field, message] of Object.entries(input.errors)) errors[`${place(index)}${field}`] = message;
    return null;
  });
  return { inputs, errors };
}
