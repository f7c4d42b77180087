import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { change } from '../../platform/database/change.js';
import { History } from '../../platform/database/history.js';
import { InvalidError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { dayIn } from '../../platform/i18n/dates.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { RoleGrant } from '../account.entity.js';
import { peopleAt } from './circles.js';
import { admit } from './new-grant.js';
import { Nomination, type NominationState } from './nomination.entity.js';
import { NOT_GIVEN_MAIL } from './role-mails.js';
import { isOver } from './seat-period.js';
import { nextStage, noticeEnds } from './seat-rules.js';
import { SeatsService } from './seats.service.js';

type By = Pick<Actor, 'accountId' | 'name'>;

interface Refusal {
  state: Exclude<NominationState, 'waiting' | 'held'>;
  action: string;
  reason?: string | null;
}

/** Who decides when nobody does. */
export const BY_TIME: By = { accountId: null, name: 'Waymark' };

const DECIDED = { reason: 'error.seatDecided' };

/**
 * What becomes of a seat that waited. Call inside the unit of work that decides, with the seats locked. A seat that
 * somebody else decided meanwhile is a ConflictError.
 */
@Injectable()
export class NominationOutcomes {
  constructor(
    private readonly clock: Clock,
    private readonly history: History,
    private readonly outbox: Outbox,
    private readonly seats: SeatsService,
  ) {}

  /** After a stage is passed: the next one, or the role. */
  async proceed(manager: EntityManager, by: By, nomination: Nomination, zone: string): Promise<void> {
    const { id, stage } = nomination;
    const now = this.clock.now();
    const waits = { id, state: 'waiting' as const, stage };
    const next = stage === 'office' && nextStage(await this.seats.agreed(manager, by, nomination, now));
    if (next) {
      const set = { stage: next.stage, since: now, holdsFrom: noticeEnds(now, zone) };
      await change(manager, Nomination, waits, set, DECIDED);
      await this.seats.notify(manager, Object.assign(nomination, set));
      return;
    }
    const today = dayIn(zone, now);
    const fromDay = nomination.fromDay > today ? nomination.fromDay : today;
    if (!(await this.isStillFit(manager, { ...nomination, fromDay }))) {
      await this.refuse(manager, BY_TIME, nomination, { state: 'lapsed', action: 'role.lapse' });
      return;
    }
    await change(manager, Nomination, waits, { state: 'held', decidedBy: by.accountId }, DECIDED);
    const { account, replacesId } = nomination;
    const former = replacesId ? await manager.findOneBy(RoleGrant, { id: replacesId }) : null;
    const replaces = former && !isOver(former, now) ? former : undefined;
    const seat = { ...nomination, fromDay };
    await this.seats.hold(manager, by, seat, { account, replaces, action: 'role.begin' });
  }

  /** It is not given. The person, who asked for it, the secretariat and those who were asked are told. */
  async refuse(manager: EntityManager, by: By, nomination: Nomination, refusal: Refusal): Promise<void> {
    const { id, stage, nominatedBy } = nomination;
    const { state, action, reason = null } = refusal;
    const set = { state, decidedBy: by.accountId, reason };
    await change(manager, Nomination, { id, state: 'waiting' }, set, DECIDED);
    Object.assign(nomination, set);
    await this.record(by, nomination, action);
    const now = this.clock.now();
    const office = await peopleAt(manager, nomination, 'office', now);
    const asked = await peopleAt(manager, nomination, stage, now);
    const told = [nomination.accountId, nominatedBy, ...office.holders, ...asked.holders, ...asked.former];
    await this.outbox.post(NOT_GIVEN_MAIL, nomination, told, by);
  }

  record(by: By, nomination: Nomination, action: string): Promise<void> {
    const { account, accountId, mechanismId, role, subject, fromDay, untilDay } = nomination;
    return this.history.record(by, {
      action,
      subjectKind: 'account',
      subjectId: accountId,
      scope: mechanismId,
      after: { email: account.email, role, subject, fromDay, untilDay },
    });
  }

  /** In the meantime the account may be closed, the term over, or another role there that excludes it. */
  private async isStillFit(manager: EntityManager, nomination: Nomination): Promise<boolean> {
    const { account, fromDay, untilDay } = nomination;
    if (account.closedAt !== null || (untilDay !== null && untilDay < fromDay)) return false;
    try {
      await admit(manager, nomination, this.clock.now());
      return true;
    } catch (error) {
      if (error instanceof InvalidError) return false;
      throw error;
    }
  }
}
