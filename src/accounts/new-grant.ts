import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { InvalidError } from '../platform/errors.js';
import { Account, RoleGrant } from './account.entity.js';
import type { InviteInput } from './people.dto.js';

/** The role that an invitation asks for, held by an account. */
export const newGrant = (accountId: string, mechanismId: string, input: InviteInput) => ({
  id: uuid(),
  accountId,
  mechanismId,
  role: input.role,
  subject: subjectOf(input),
  deputy: input.role === 'focal-point' && input.deputy,
  fromDay: input.fromDay,
  untilDay: input.untilDay,
});

function subjectOf(input: InviteInput): string | null {
  if (input.role === 'focal-point') return input.state;
  return input.role === 'partner' ? input.partner : null;
}

/**
 * A role held twice would still hold when it is ended once. Throws InvalidError when the person has it already for
 * some of the time, and not as a deputy in one and in person in the other.
 */
export async function admitOnce(manager: EntityManager, grant: RoleGrant): Promise<void> {
  const { accountId, mechanismId, role, subject, deputy } = grant;
  // Locks the person's row: a button pressed twice waits here for the first.
  await manager.update(Account, { id: accountId }, { closedAt: () => '"closedAt"' });
  const held = await manager.findBy(RoleGrant, { accountId, mechanismId, role, deputy });
  const overlaps = held.some(
    (one) =>
      one.subject === subject &&
      (one.untilDay === null || one.untilDay >= one.fromDay) &&
      (one.untilDay === null || one.untilDay >= grant.fromDay) &&
      (grant.untilDay === null || grant.untilDay >= one.fromDay),
  );
  if (overlaps) throw InvalidError.field('email', 'error.roleHeld');
}
