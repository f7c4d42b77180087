import { Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { History } from '../../platform/database/history.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ConflictError, InvalidError, NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { dayIn } from '../../platform/i18n/dates.js';
import { addDays } from '../../platform/i18n/day.js';
import { accountFor } from '../account-for.js';
import { RoleGrant } from '../account.entity.js';
import type { HandOverInput } from '../people.dto.js';
import { can, HANDED_OVER, type Role, voicesIn } from '../roles.js';
import { lockSeats } from './circles.js';
import { Nomination } from './nomination.entity.js';
import { zoneFor } from '../states/state-zones.js';
import { isOver } from './seat-period.js';
import { newSeatId, SeatsService } from './seats.service.js';

/**
 * A focal point, a chair or somebody of a secretariat names who comes next; that is the own act of the delegation or office. The secretariat may propose somebody, who then
 * waits as any new seat does, and whose predecessor stays until then. Drafts and open questions pass on by themselves:
 * they belong to the delegation, not to the person.
 */
@Injectable()
export class HandOverService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly history: History,
    private readonly seats: SeatsService,
  ) {}

  /**
   * Who speaks, today or later, for the States the actor speaks for in a mechanism, and the actor's own roles of its chair
   * or secretariat. Of other delegations nothing. NotFoundError for somebody who has nothing to hand over there.
   */
  async delegations(actor: Actor, mechanismId: string): Promise<RoleGrant[]> {
    const states = statesOf(actor, mechanismId);
    const offices = In(
      HANDED_OVER.filter((role) => role !== 'focal-point' && holds(actor, mechanismId, role)),
    );
    if (states.length === 0 && offices.value.length === 0) throw new NotFoundError('mechanism');
    const grants = await this.unitOfWork.read.find(RoleGrant, {
      where: [
        { mechanismId, role: 'focal-point', subject: In(states) },
        { mechanismId, role: offices, accountId: actor.accountId! },
      ],
      relations: { account: true },
      order: { subject: 'ASC', deputy: 'ASC', fromDay: 'ASC', id: 'ASC' },
    });
    return grants.filter((grant) => !isOver(grant, this.clock.now()));
  }

  /** A role that the actor may hand over: their own, or any for the secretariat. Else NotFoundError. */
  async find(actor: Actor, grantId: string): Promise<RoleGrant> {
    const grant = await this.unitOfWork.read.findOne(RoleGrant, {
      where: { id: grantId, role: In(HANDED_OVER) },
      relations: { account: true },
    });
    if (!grant || !(isOwn(actor, grant) || can(actor, 'people.manage', grant.mechanismId)))
      throw new NotFoundError('role');
    return grant;
  }

  /**
   * Gives the role to a successor from a day on, and ends it for its holder the day before. Both are notified by mail,
   * and the colleagues. Throws InvalidError for a day gone by, or somebody who speaks for the State already;
   * ConflictError when the role has ended by then, or was given to a successor already: one seat has one successor.
   */
  async handOver(actor: Actor, grantId: string, input: HandOverInput): Promise<RoleGrant | Nomination> {
    return this.unitOfWork.run(async (manager) => {
      const zone = await lockSeats(manager, (await this.find(actor, grantId)).mechanismId);
      // Again, with the lock: of two who hand it over at once, the second finds it given.
      const grant = await this.find(actor, grantId);
      const { fromDay } = input;
      const now = this.clock.now();
      if (fromDay < dayIn(zone, now)) throw InvalidError.field('fromDay', 'error.dayPast');
      if (await hasSuccessor(manager, grant)) throw new ConflictError('error.roleHandedOver');
      if (isOver(grant, now) || (grant.untilDay !== null && grant.untilDay < addDays(fromDay, -1)))
        throw new ConflictError('error.roleEnded');
      const account = await accountFor(manager, { ...input, zone: zoneFor(grant.subject, zone) }, now);
      await this.admit(manager, grant, account.id, fromDay);
      const { mechanismId, role, subject, deputy } = grant;
      const seat = {
        ...{ id: newSeatId(), accountId: account.id, mechanismId, role, subject, deputy },
        ...{ fromDay, untilDay: null },
      };
      const next = await this.seats.give(actor, { seat, account, replaces: grant });
      if (next instanceof Nomination) return next;
      await this.history.record(actor, {
        action: 'role.handOver',
        subjectKind: 'account',
        subjectId: grant.accountId,
        scope: mechanismId,
        before: { email: grant.account.email, untilDay: grant.untilDay },
        after: { email: account.email, role, subject, fromDay, untilDay: addDays(fromDay, -1) },
      });
      return next;
    });
  }

  private async admit(manager: EntityManager, grant: RoleGrant, accountId: string, fromDay: string) {
    const { mechanismId, role, subject } = grant;
    const own = await manager.findBy(RoleGrant, {
      ...{ accountId, mechanismId, role },
      subject: subject ?? IsNull(),
    });
    const now = this.clock.now();
    if (own.some((one) => !isOver(one, now) && (one.untilDay === null || one.untilDay >= fromDay)))
      throw InvalidError.field('email', 'error.speaksAlready');
  }
}

/** The States the actor speaks for in a mechanism. */
export const statesOf = (actor: Actor, mechanismId: string): string[] =>
  voicesIn(actor, mechanismId).flatMap(({ kind, subject }) => (kind === 'state' && subject ? [subject] : []));

const holds = (actor: Actor, mechanismId: string, role: Role, subject: string | null = null): boolean =>
  actor.grants.some(
    (one) => one.scope === mechanismId && one.role === role && (one.subject ?? null) === subject,
  );

/** Whether somebody has the same seat from the day after a role ends, or is nominated for it. */
async function hasSuccessor(manager: EntityManager, grant: RoleGrant): Promise<boolean> {
  if (await manager.existsBy(Nomination, { replacesId: grant.id, state: 'waiting' })) return true;
  const { mechanismId, role, subject, deputy, untilDay } = grant;
  if (untilDay === null) return false;
  const seat = { mechanismId, role, subject: subject ?? IsNull(), deputy, fromDay: addDays(untilDay, 1) };
  const named = await manager.findBy(RoleGrant, seat);
  // One that ends before it begins was taken back.
  return named.some(({ fromDay, untilDay: last }) => last === null || last >= fromDay);
}

/** Whether the actor speaks by this role today. */
const isOwn = (actor: Actor, grant: RoleGrant) =>
  actor.accountId === grant.accountId && holds(actor, grant.mechanismId, grant.role, grant.subject);
