import type { EntityManager } from 'typeorm';
import { InvalidError } from '../../platform/errors.js';
import { Account, RoleGrant } from '../account.entity.js';
import type { InviteInput } from '../people.dto.js';
import type { Role } from '../roles.js';
import { Nomination } from './nomination.entity.js';
import { isAmong } from './same-person.js';
import { isOver, meet } from './seat-period.js';
import { takesBothSides } from './seat-rules.js';

/** A seat as it is asked for. */
export interface WantedSeat {
  id: string;
  accountId: string;
  mechanismId: string;
  role: Role;
  subject: string | null;
  deputy: boolean;
  fromDay: string;
  untilDay: string | null;
}

/** The seat that an invitation asks for. */
export const wantedBy = (input: InviteInput): Omit<WantedSeat, 'id' | 'accountId' | 'mechanismId'> => ({
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
 * Throws InvalidError when the person has the role already for some of the time (and not as a deputy in one and in
 * person in the other), or would act for the secretariat and for a State in one mechanism, also by another account of
 * theirs. What waits counts as held.
 */
export async function admit(manager: EntityManager, wanted: WantedSeat, now: Date): Promise<void> {
  const { id, accountId, mechanismId } = wanted;
  // Locks the person's row: a button pressed twice waits here for the first.
  await manager.update(Account, { id: accountId }, { closedAt: () => '"closedAt"' });
  const account = await manager.findOneByOrFail(Account, { id: accountId });
  const relations = { account: true };
  const grants = await manager.find(RoleGrant, { where: { mechanismId }, relations });
  const waiting = await manager.find(Nomination, { where: { mechanismId, state: 'waiting' }, relations });
  const held = [...grants.filter((grant) => !isOver(grant, now)), ...waiting.filter((one) => one.id !== id)];
  if (held.some((one) => one.accountId === accountId && isSameSeat(one, wanted) && meet(one, wanted)))
    throw InvalidError.field('email', 'error.roleHeld');
  const opposed = held.filter((one) => takesBothSides(one, wanted)).map((one) => one.account);
  if (await isAmong(manager, account, opposed)) throw InvalidError.field('email', 'error.bothSides');
}

/** Whether somebody has the same seat for at least as long: then a second one shows them nothing new. */
export async function holdsSame(manager: EntityManager, wanted: WantedSeat, now: Date): Promise<boolean> {
  const { accountId, mechanismId, role, subject, untilDay } = wanted;
  const grants = await manager.findBy(RoleGrant, { accountId, mechanismId, role });
  return grants.some(
    (grant) =>
      grant.subject === subject &&
      !isOver(grant, now) &&
      grant.fromDay <= wanted.fromDay &&
      (grant.untilDay === null || (untilDay !== null && grant.untilDay >= untilDay)),
  );
}

const isSameSeat = (one: Omit<WantedSeat, 'id'>, other: WantedSeat) =>
  one.role === other.role && one.subject === other.subject && one.deputy === other.deputy;
