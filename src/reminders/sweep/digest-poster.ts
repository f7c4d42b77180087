import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { Account, RoleGrant } from '../../accounts/account.entity.js';
import { holdsNow } from '../../accounts/seats/seat-period.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { dayIn } from '../../platform/i18n/dates.js';
import type { Day } from '../../platform/i18n/day.js';
import { OutgoingMessage } from '../../platform/mail/message.entity.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { Delivery } from '../mail/delivery.entity.js';
import { isMorning } from '../rules/schedule.js';
import { isWorkingDay } from '../rules/working-days.js';
import { regionOf } from './members.js';

interface Waiting {
  accountId: string;
  zone: string;
}

/** People per unit of work: on SQLite everybody else waits meanwhile. */
const PEOPLE = 200;

/** Gathers a person's deliveries into one message a day. The message's unique key decides when two sweeps run at once. */
@Injectable()
export class DigestPoster {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Posts one message to each person whose working day has begun, with everything that waits for them. Who got
   * today's already gets the rest tomorrow. Answers how many messages that made.
   */
  async post(now: Date): Promise<number> {
    let posted = 0;
    for (let after = ''; ;) {
      const waiting = await this.waiting(after);
      if (waiting.length === 0) return posted;
      const ready = await this.whereDayHasBegun(waiting, now);
      if (ready.length > 0)
        posted += await this.unitOfWork.run((manager) => this.postTo(ready, now, manager));
      after = waiting.at(-1)!.accountId;
    }
  }

  private waiting(after: string): Promise<Waiting[]> {
    return this.unitOfWork.read
      .createQueryBuilder(Delivery, 'delivery')
      .innerJoin(Account, 'account', 'account.id = delivery.accountId')
      .select('delivery.accountId', 'accountId')
      .addSelect('account.zone', 'zone')
      .distinct()
      .where('delivery.messageId IS NULL AND delivery.skipped IS NULL')
      .andWhere('delivery.accountId > :after', { after })
      .orderBy('delivery.accountId')
      .limit(PEOPLE)
      .getRawMany<Waiting>();
  }

  private async whereDayHasBegun(waiting: Waiting[], now: Date): Promise<Waiting[]> {
    const morning = waiting.filter(({ zone }) => isMorning(zone, now));
    const where = { accountId: In(morning.map(({ accountId }) => accountId)), role: 'focal-point' as const };
    const grants = await this.unitOfWork.read.findBy(RoleGrant, where);
    return morning.filter(({ accountId, zone }) => {
      const today = dayIn(zone, now);
      const own = grants.filter((grant) => grant.accountId === accountId && holdsNow(grant, now));
      const states = own.map((grant) => grant.subject ?? '');
      return isWorkingDay(today, regionOf(states, zone));
    });
  }

  private async postTo(people: Waiting[], now: Date, manager: EntityManager): Promise<number> {
    const days = new Map<Day, string[]>();
    for (const { accountId, zone } of people) {
      const today = dayIn(zone, now);
      days.set(today, [...(days.get(today) ?? []), accountId]);
    }
    let posted = 0;
    for (const [day, accountIds] of days) posted += await this.postDay(day, accountIds, manager);
    return posted;
  }

  private async postDay(day: Day, accountIds: string[], manager: EntityManager): Promise<number> {
    const ids = await this.outbox.postAll(
      accountIds.map((accountId) => ({ key: `reminder:${accountId}:${day}`, kind: 'reminder', accountId })),
    );
    // Of a key that another process posted in the same instant, the outbox answers an id that is not there.
    // That message may be on its way already, so what waits here goes into tomorrow's.
    const own = await manager.find(OutgoingMessage, { select: { accountId: true }, where: { id: In(ids) } });
    if (own.length === 0) return 0;
    await manager
      .createQueryBuilder()
      .update(Delivery)
      .set({ messageId: () => MESSAGE_OF_THE_DAY })
      .where('messageId IS NULL AND skipped IS NULL AND accountId IN (:...people)')
      .setParameters({ day, people: own.map(({ accountId }) => accountId) })
      .execute();
    return own.length;
  }
}

/** For everybody in one statement: a statement each would be hundreds, with the write lock held. */
const MESSAGE_OF_THE_DAY = `(
  SELECT message."id" FROM "outgoing_message" message
  WHERE message."key" = 'reminder:' || "delivery"."accountId" || ':' || :day
)`;
