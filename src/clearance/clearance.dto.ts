import { LongText, Text, Uuid, Version, Whole } from '../platform/http/fields.js';
import { ListOf, Nested } from '../platform/http/list-fields.js';

export const MOST_STEPS = 6;
export const STEP_NAME = 80;

class StepInput {
  @Text(STEP_NAME) name!: string;
  @Text(36) accountId!: string;
  @Whole(1, 365, { optional: true }) days!: number | null;
}

const isEmptyRow = (row: unknown) =>
  typeof row === 'object' && row !== null && Object.values(row).every((value) => !value);

/**
 * A form sends rows under their numbers, some of them empty; a program sends a list. Empty rows become null and keep
 * their place, so that a message stands at the row it is about.
 */
const rows = (value: unknown) => {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value) || typeof value !== 'object') return value;
  const byNumber = Object.entries(value as Record<string, unknown>);
  return byNumber.sort(([a], [b]) => Number(a) - Number(b)).map(([, row]) => (isEmptyRow(row) ? null : row));
};

/** Who passes words on before they are opened, in order. No steps: they go straight to whom they are for. */
export class SettingInput {
  @Version() version!: number;
  @ListOf(Nested(() => StepInput, { optional: true }), { before: rows, max: MOST_STEPS, strict: true })
  steps!: (StepInput | null)[];
}

/** `mark`: of what was read. */
export class PassInput {
  @Text(64) mark!: string;
}

export class ReturnInput {
  @LongText(5_000) reason!: string;
}

export class ClearanceFilter {
  /** An entry, a practice or a request for support. */
  @Uuid({ omittable: true }) subjectId?: string;
}
