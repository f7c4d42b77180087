import { Injectable } from '@nestjs/common';
import { In, IsNull, MoreThanOrEqual } from 'typeorm';
import { Account, RoleGrant } from '../../accounts/account.entity.js';
import { holdsNow, isOver } from '../../accounts/seats/seat-period.js';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { dayIn } from '../../platform/i18n/dates.js';
import { OutgoingMessage } from '../../platform/mail/message.entity.js';
import { MechanismsService } from '../mechanism/mechanisms.service.js';
import { needed, type Seat, standsFor } from '../people/focal-point-needs.js';
import { Task } from './task.entity.js';
import { TasksService } from './tasks.service.js';

/** A mail that failed longer ago says nothing about the person's address of today. */
const RECENT_DAYS = 30;
const DAY_MS = 86_400_000;

/** Finds delegations that nobody speaks for any more, by query: a lost job is made good by the next. */
@Injectable()
export class TaskSweep {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly mechanisms: MechanismsService,
    private readonly tasks: TasksService,
  ) {}

  /** Opens what is missing, and ends what has been seen to. */
  async sweep(): Promise<void> {
    const now = this.clock.now();
    const seats = await this.seats(now);
    await this.tasks.open(await this.stillMembers(needed(seats, await this.bounced(now)), now));
    const open = await this.unitOfWork.read.findBy(Task, { doneAt: IsNull() });
    await this.tasks.settle(open.filter((task) => standsFor(task, seats)));
  }

  /** Every focal point's role there is or was, and whether it holds now. */
  private async seats(now: Date): Promise<Seat[]> {
    const grants = await this.unitOfWork.read.find(RoleGrant, {
      where: { role: 'focal-point' },
      relations: { account: true },
    });
    return grants.map((grant) => {
      const { id, mechanismId, subject, accountId, fromDay, untilDay, account } = grant;
      const open = account.closedAt === null && !isOver(grant, now);
      const holds = open && holdsNow(grant, now);
      const seat = { id, mechanismId, state: subject ?? '', accountId, fromDay, untilDay };
      return { ...seat, holds, begins: open && !holds };
    });
  }

  /**
   * Accounts whose last mails failed for good at the address they have today. A mail in their name to somebody else,
   * as to a colleague who was given a link, says nothing about them.
   */
  private async bounced(now: Date): Promise<Set<string>> {
    const since = new Date(now.getTime() - RECENT_DAYS * DAY_MS);
    const failed = await this.unitOfWork.read.find(OutgoingMessage, {
      select: { accountId: true, address: true },
      where: { state: 'failed', createdAt: MoreThanOrEqual(since) },
    });
    const accountIds = [...new Set(failed.map(({ accountId }) => accountId))];
    const there = await this.unitOfWork.read.find(Account, {
      select: { id: true, email: true },
      where: { id: In(accountIds), closedAt: IsNull() },
    });
    const lost = there.filter(({ id, email }) =>
      failed.some(({ accountId, address }) => accountId === id && (address === null || address === email)),
    );
    return new Set(lost.map(({ id }) => id));
  }

  /** A State that has left the mechanism needs no focal point there. */
  private async stillMembers<T extends { mechanismId: string; subject: string }>(
    tasks: T[],
    now: Date,
  ): Promise<T[]> {
    const kept: T[] = [];
    for (const mechanismId of new Set(tasks.map((task) => task.mechanismId))) {
      const { zone } = await this.mechanisms.find(mechanismId);
      const states = new Set(await this.mechanisms.states(mechanismId, dayIn(zone, now)));
      kept.push(...tasks.filter((task) => task.mechanismId === mechanismId && states.has(task.subject)));
    }
    return kept;
  }
}
