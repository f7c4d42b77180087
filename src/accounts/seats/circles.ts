import { type EntityManager, IsNull } from 'typeorm';
import { NotFoundError } from '../../platform/errors.js';
import { RoleGrant } from '../account.entity.js';
import type { Role } from '../roles.js';
import { holdsNow, isOver } from './seat-period.js';
import { type Circle, FORMER_DAYS, hasDelegation, SIDES, type Stage } from './seat-rules.js';

const DAY_MS = 86_400_000;

/** A seat wanted or held, as far as it says among whom it is. */
export interface Place {
  mechanismId: string;
  role: Role;
  subject: string | null;
}

/** The people of an office or a delegation, with what each may say about a new one. */
export interface People extends Circle {
  /** Who acts in it at this moment. */
  present: readonly string[];
}

const NOBODY: People = { holders: [], former: [], present: [] };

/** Who is asked about a seat at a stage; in a delegation nobody by a seat that is given in the same act (`beside`, ids). */
export function peopleAt(
  manager: EntityManager,
  { mechanismId, role, subject }: Place,
  stage: Stage,
  now: Date,
  beside: readonly string[] = [],
): Promise<People> {
  if (stage === 'office') return peopleOf(manager, { mechanismId, role: 'secretariat', subject: null }, now);
  return hasDelegation(role)
    ? peopleOf(manager, { mechanismId, role, subject }, now, beside)
    : Promise.resolve(NOBODY);
}

/**
 * The people who hold the same role for the same State or organization. As in `actorOf`, whoever is of the secretariat
 * has no part of a State there.
 */
export async function peopleOf(
  manager: EntityManager,
  { mechanismId, role, subject }: Place,
  now: Date,
  beside: readonly string[] = [],
): Promise<People> {
  const where = { mechanismId, role, subject: subject ?? IsNull() };
  const all = await manager.find(RoleGrant, { where, relations: { account: true } });
  const office = SIDES[role] === 'states' ? await officersOf(manager, mechanismId, now) : [];
  const grants = all.filter(({ id, accountId }) => !office.includes(accountId) && !beside.includes(id));
  const since = new Date(now.getTime() - FORMER_DAYS * DAY_MS);
  const there = grants.filter((grant) => !isOver(grant, now) && grant.account.closedAt === null);
  const holders = idsOf(there);
  const former = idsOf(grants.filter((grant) => wasEndedSince(grant, since))).filter(
    (id) => !holders.includes(id),
  );
  return { holders, former, present: idsOf(there.filter((grant) => holdsNow(grant, now))) };
}

async function officersOf(manager: EntityManager, mechanismId: string, now: Date): Promise<string[]> {
  const grants = await manager.findBy(RoleGrant, { mechanismId, role: 'secretariat' });
  return idsOf(grants.filter((grant) => holdsNow(grant, now)));
}

/** Whether somebody from outside ended it, or closed its holder's account, since a moment at which it still held. */
function wasEndedSince(grant: RoleGrant, since: Date): boolean {
  if (isOver(grant, since)) return false;
  const { closedAt } = grant.account;
  return grant.endedFromOutside || (closedAt !== null && closedAt >= since);
}

/** Who learns of it when somebody comes into a seat or leaves it: those who read the same. Of the other roles nobody. */
export async function colleaguesOf(
  manager: EntityManager,
  place: Place,
  now: Date,
  beside: readonly string[] = [],
): Promise<readonly string[]> {
  if (!hasDelegation(place.role) && place.role !== 'secretariat') return [];
  return (await peopleOf(manager, place, now, beside)).holders;
}

const idsOf = (grants: RoleGrant[]) => [...new Set(grants.map(({ accountId }) => accountId))];

/**
 * Locks a mechanism's seats and answers its zone: of two who give or end one at once, the second waits and sees what
 * the first did. Throws NotFoundError for a mechanism that there is not.
 */
export async function lockSeats(manager: EntityManager, mechanismId: string): Promise<string> {
  const locked = await manager
    .createQueryBuilder()
    .update('Mechanism')
    .set({ zone: () => '"zone"' })
    .where({ id: mechanismId })
    .execute();
  if (!locked.affected) throw new NotFoundError('mechanism');
  const row = await manager.findOneByOrFail<{ id: string; zone: string }>('Mechanism', { id: mechanismId });
  return row.zone;
}
