import type { FieldMessage } from '../../platform/errors.js';
import { answerTo, type Corrections, type Question } from '../cells/corrections.js';
import type { Use } from '../match/layout.js';
import type { Outcome } from './outcome.js';

/** A question of the preview, once for all rows it is about. */
export interface Asked extends Question {
  use: Use;
  message: FieldMessage;
  rows: number[];
  /** What was answered; undefined while nobody has. */
  answer: string | undefined;
}

/** What a person is asked about a file, in the order of its rows; those without an answer come first. */
export function questionsOf(outcomes: readonly Outcome[], corrections: Corrections | undefined): Asked[] {
  const found = new Map<string, Asked>();
  for (const { row, problems, notices } of outcomes) {
    for (const { use, message, asked } of [...problems, ...notices]) {
      if (!asked || use === null) continue;
      const name = `${use}\u0000${asked.key}`;
      const known = found.get(name);
      if (known) known.rows.push(row);
      else
        found.set(name, {
          ...asked,
          use,
          message,
          rows: [row],
          answer: answerTo(corrections, use, asked.key) ?? answerTo(corrections, use, asked.text),
        });
    }
  }
  const all = [...found.values()];
  const isOpen = ({ answer }: Asked) => answer === undefined;
  return [...all.filter(isOpen), ...all.filter((one) => !isOpen(one))];
}
