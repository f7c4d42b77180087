import { isDeepStrictEqual } from 'node:util';
import type { Milestone } from './review-cycle.types.js';

type Sourced = Pick<Milestone, 'when' | 'expected' | 'source' | 'doubts'>;

/** When a shipped thing is, as an administrator would enter it. */
export const factsOfShipped = ({ when, expected, source, doubts }: Sourced) => ({
  ...{ when, expected, source, doubts },
});

export const same = (one: unknown, other: unknown) => isDeepStrictEqual(one, other);

/** What is undefined follows the shipped data. */
export const without = <T extends object>(fields: T): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
