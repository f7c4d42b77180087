import { Flag, OneOf, Text, Uuid, Whole } from '../../platform/http/fields.js';
import { ListOf } from '../../platform/http/list-fields.js';
import { type Order, ORDERS } from './orders.js';

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

/** Which answers are meant: each the id of an entry and the number of the version that was read, `<id>:<number>`. */
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

/** With the page they were ticked on: all answers to a question, or all of a delegation. */
export class TickedOnPageInput extends AcceptAnswersInput {
  @Uuid({ omittable: true }) question?: string;
  @Uuid({ omittable: true }) delegation?: string;
}

/** What an undo sends: ids of entries, one after the other. */
export class AcceptedOnPageInput {
  @Text(4000) accepted!: string;
  @Uuid({ omittable: true }) question?: string;
  @Uuid({ omittable: true }) delegation?: string;
}

/** Which part of the answers a page shows. */
export class DeskQuery {
  @Uuid({ omittable: true }) question?: string;
  @Text(4, { optional: true }) tick?: string | null;
}

/** Which questions the matrix shows: from this number on. */
export class MatrixQuery {
  @Whole(1, 500, { omittable: true }) from?: number;
}

/** What the chapters of a file are. */
export class FileQuery {
  @OneOf(ORDERS, { ifMissing: 'question' }) by!: Order;
}
