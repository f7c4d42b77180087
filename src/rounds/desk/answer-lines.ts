import { tickOf } from '../../progress/acceptance/ticks.dto.js';
import type { DeskAnswer } from './desk.service.js';
import { type Reason, whyNotAccepted } from '../../progress/acceptance/why-not-accepted.js';

/** An answer as it is read, with what may be done with it. */
export interface AnswerLine {
  answer: DeskAnswer;
  /** What a tick sends; null where there is nothing to accept. */
  tick: string | null;
  /** Why it may not, where it waits for somebody else. */
  why: Reason | null;
  /** The same text answers an earlier question on this page, which has the tick. */
  sameAs: DeskAnswer | null;
}

/** One text may answer several questions: it is ticked once. */
export function answerLines(answers: readonly DeskAnswer[], mechanismId: string): AnswerLine[] {
  const first = new Map<string, DeskAnswer>();
  return answers.map((answer) => {
    const { entry } = answer;
    if (!entry) return { answer, tick: null, why: null, sameAs: null };
    const sameAs = first.get(entry.id) ?? null;
    if (!sameAs) first.set(entry.id, answer);
    const place = entry.places.find((one) => one.mechanismId === mechanismId);
    const why = whyNotAccepted(place, entry.number, entry.number);
    const value = tickOf({ entryId: entry.id, number: entry.number });
    const waits = why === 'yours' ? why : null;
    return { answer, tick: why || sameAs ? null : value, why: waits, sameAs };
  });
}
