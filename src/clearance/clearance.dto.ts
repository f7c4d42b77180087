import { z } from 'zod';
import { optionalWholeNumber, text, version } from '../platform/http/input.js';

export const MOST_STEPS = 6;
export const STEP_NAME = 80;

const stepInput = z.object({
  name: text(STEP_NAME),
  accountId: text(36),
  days: optionalWholeNumber(1, 365),
});

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

/** Who passes a text on before it is submitted, in order. No steps: it goes straight to the secretariat. */
export const settingInput = z.object({
  version: version(),
  steps: z.preprocess(rows, z.array(stepInput.nullable()).max(MOST_STEPS)),
});
export type SettingInput = z.output<typeof settingInput>;

/** `mark`: of the text that was read. */
export const passInput = z.object({ mark: text(64) });
export type PassInput = z.output<typeof passInput>;

export const returnInput = z.object({ reason: text(5_000) });
export type ReturnInput = z.output<typeof returnInput>;
