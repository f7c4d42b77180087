import { type EntityManager, In } from 'typeorm';
import { AuditEvent } from '../../platform/database/history.js';
import type { Account } from '../account.entity.js';
import { mailboxOf } from './seat-rules.js';

type Known = Pick<Account, 'id' | 'email'>;

/** Whether an account and one of others are one person's: the same one, or with a mailbox that both have or had. */
export async function isAmong(
  manager: EntityManager,
  one: Known,
  others: readonly Known[],
): Promise<boolean> {
  if (others.length === 0) return false;
  if (others.some(({ id }) => id === one.id)) return true;
  // An address that somebody asked for and did not confirm is not theirs.
  const action = 'account.address';
  const ids = [one, ...others].map(({ id }) => id);
  const changes = await manager.findBy(AuditEvent, { subjectKind: 'account', subjectId: In(ids), action });
  const mailboxes = ({ id, email }: Known) => {
    const own = changes.filter(({ subjectId }) => subjectId === id);
    const recorded = own.flatMap(({ before, after }) => [before?.email, after?.email]);
    return [email, ...recorded].filter((address) => typeof address === 'string').map(mailboxOf);
  };
  const theirs = new Set(others.flatMap(mailboxes));
  return mailboxes(one).some((mailbox) => theirs.has(mailbox));
}
