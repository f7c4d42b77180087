import { isUUID } from 'class-validator';
import { NotFoundError } from '../../platform/errors.js';
import { type Consequence, FINAL, mails } from '../../platform/web/presses/asks.js';
import type { Accepting } from './several-acceptance.service.js';

/** What accepting several would do, in words. */
export function consequencesOf({ opens, told }: Accepting, count: number, setStatus: boolean): Consequence[] {
  const to = (['mechanism', 'public', 'documents'] as const).flatMap((one) =>
    opens[one] ? [{ key: `press.acceptMany.${one}` as const, values: { count: opens[one] } }] : [],
  );
  const status: Consequence[] = setStatus ? [{ key: 'press.setsStatus' }] : [];
  return [{ key: 'press.acceptMany', values: { count } }, ...to, ...status, ...mails(told), FINAL];
}

/** What is said once acceptances were taken back. */
export const TAKEN_BACK = {
  all: 'notice.acceptancesTakenBack',
  gone: 'notice.takenBackItemGone',
  changed: 'notice.takenBackItemChanged',
} as const;

/** Ids as an undo sends them. Throws NotFoundError for what is none. */
export function entryIdsIn(accepted: string): string[] {
  const ids = accepted.split(' ');
  if (!ids.every((one) => isUUID(one))) throw new NotFoundError('entry');
  return ids;
}
