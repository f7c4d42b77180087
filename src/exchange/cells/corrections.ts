import type { ApiPropertyOptions } from '@nestjs/swagger';
import { isNone, type Problem, wrong } from '../../platform/http/field.js';
import { RecordOf } from '../../platform/http/list-fields.js';
import { RawText } from '../../platform/http/raw-text.js';

/** What a person is asked about a cell, or a name in it: a program or a habit made it hard to read. */
export interface Question {
  /** Names the question within its column: the text itself, or `row 8` where the same text may mean two things. */
  key: string;
  /** As it stands in the file. */
  text: string;
  /** What it may be instead, as texts that the column reads; the likeliest first. It may stay as it is, too. */
  offers: readonly string[];
  /** The offer for which the rest of the file speaks; it is chosen beforehand, and still asked about. */
  likely: string | null;
  /** False where the text as it stands means nothing yet. */
  asItIs?: boolean;
}

/** What people answered: by the column's use and the question's key, the text to read instead. */
export type Corrections = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The text that was chosen; undefined while nobody has answered. The text as it stands is an answer, too. */
export function answerTo(corrections: Corrections | undefined, use: string, key: string): string | undefined {
  const answers = corrections && Object.hasOwn(corrections, use) ? corrections[use]! : {};
  return Object.hasOwn(answers, key) ? answers[key] : undefined;
}

export const rowKey = (row: number) => `row ${row}`;

/** Answers added to those that were given before; the later one counts. */
export function withAnswers(
  before: Corrections | undefined,
  answers: readonly { use: string; key: string; becomes: string }[],
): Corrections {
  const all = Object.fromEntries(Object.entries(before ?? {}).map(([use, known]) => [use, { ...known }]));
  for (const { use, key, becomes } of answers)
    all[use] = Object.fromEntries([...Object.entries(all[use] ?? {}), [key, becomes]]);
  return all;
}

const texts = RecordOf(
  RecordOf(RawText(2000), () => true),
  () => true,
).reader;

/** As an object, or as JSON in an address. */
export function correctionsOf(raw: unknown): Corrections | Problem {
  if (isNone(raw) || raw === '') return {};
  if (typeof raw !== 'string') return texts.read(raw);
  try {
    return texts.read(JSON.parse(raw));
  } catch {
    return wrong('error.format');
  }
}

export const CORRECTIONS: ApiPropertyOptions = texts.describe;
