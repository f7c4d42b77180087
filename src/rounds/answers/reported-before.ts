import { type EntityManager, MoreThan, Not } from 'typeorm';
import { Entry } from '../../progress/entries/entry.entity.js';
import type { RoundAddressee } from '../round/round.entity.js';

/** Whether an addressee has ever submitted anything in the mechanism: else nothing can have stayed the same. */
export const reportedBefore = (
  read: EntityManager,
  { kind: reporterKind, subject: reporter }: Pick<RoundAddressee, 'kind' | 'subject'>,
  mechanismId: string,
): Promise<boolean> =>
  read.existsBy(Entry, {
    mechanismId,
    reporterKind,
    reporter,
    submittedVersion: MoreThan(0),
    state: Not('withdrawn'),
  });
