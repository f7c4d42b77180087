import { Flag, Text } from '../../platform/http/fields.js';
import { ListOf } from '../../platform/http/list-fields.js';

/** As many as one looks through in one go, and as a cookie holds for the undo. */
export const MOST_AT_ONCE = 60;
const TICK = /^([0-9a-f-]{36}):(\d{1,6})$/;

/** An entry, and the number of the version that was read. */
export interface Tick {
  entryId: string;
  number: number;
}

export const tickOf = ({ entryId, number }: Tick) => `${entryId}:${number}`;
export function ticksOf(ticked: readonly string[]): Tick[] {
  return [...new Set(ticked)].map((one) => {
    const [, entryId, number] = TICK.exec(one)!;
    return { entryId: entryId!, number: Number(number) };
  });
}

/** Which entries are meant: each its id and the number of the version that was read, `<id>:<number>`. */
export class TickedAnswersInput {
  @ListOf(Text(50, { check: [(one) => TICK.test(one), 'error.wrongType'] }), {
    max: MOST_AT_ONCE,
    check: [(ticked) => ticked.length > 0, 'error.collect.none'],
  })
  answers!: string[];
}

/** With `setStatus` the items they are about get the status that accepted reports then say. */
export class AcceptAnswersInput extends TickedAnswersInput {
  @Flag() setStatus!: boolean;
}

/** From a page: with `all` every one that stood there, ticked or not. */
export class TickedInListInput extends AcceptAnswersInput {
  @Flag() all!: boolean;
  @ListOf(Text(50), { max: MOST_AT_ONCE, default: [] }) every!: string[];
}

/** What a page sent, with those that are meant under `answers`. */
export const meantIn = (body: unknown): Record<string, unknown> => {
  const sent = body as Record<string, unknown>;
  return sent.all === 'on' ? { ...sent, answers: sent.every } : sent;
};

/** What an undo sends: ids of entries, one after the other. */
export class AcceptedInput {
  @Text(4000) accepted!: string;
}
