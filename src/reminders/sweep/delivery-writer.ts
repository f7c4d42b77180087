import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { slicesOf } from '../../platform/database/in-slices.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Day } from '../../platform/i18n/day.js';
import type { ReminderRule } from '../reminder.entity.js';
import { Delivery } from '../mail/delivery.entity.js';
import type { SubjectRef } from '../subjects/reminder-subject.js';

/** That one person is to be reminded of one subject because of one due day. */
export interface DueDelivery extends SubjectRef {
  rule: ReminderRule;
  accountId: string;
  dueDay: Day;
}

/**
 * What is to be sent, as rows, before any mail exists. A delivery's unique key decides: two sweeps at once, or one run
 * twice, change nothing.
 */
@Injectable()
export class DeliveryWriter {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Enters what is not yet there; answers how many that were. */
  async enter(due: readonly DueDelivery[], now: Date): Promise<number> {
    // In one order everywhere: two PostgreSQL transactions that insert the same keys must not wait for each other.
    const byKey = [...new Map(due.map((one) => [keyOf(one), one]))].sort(([a], [b]) => (a < b ? -1 : 1));
    let entered = 0;
    for (const batch of slicesOf(byKey)) {
      const where = { key: In(batch.map(([key]) => key)) };
      const there = await this.unitOfWork.read.find(Delivery, { select: { key: true }, where });
      const known = new Set(there.map(({ key }) => key));
      const rows = batch.filter(([key]) => !known.has(key)).map(([key, one]) => rowOf(key, one, now));
      if (rows.length === 0) continue;
      await this.unitOfWork.run((manager) =>
        manager
          .createQueryBuilder()
          .insert()
          .into(Delivery)
          .values(rows)
          .orIgnore()
          .updateEntity(false)
          .execute(),
      );
      entered += rows.length;
    }
    return entered;
  }
}

export const keyOf = ({ rule, subjectId, accountId, dueDay }: Omit<DueDelivery, 'subjectKind'>) =>
  `${rule.id}:${subjectId}:${accountId}:${dueDay}`;

const rowOf = (key: string, { rule, subjectKind, subjectId, accountId, dueDay }: DueDelivery, now: Date) => ({
  id: uuid(),
  key,
  mechanismId: rule.mechanismId,
  ruleId: rule.id,
  accountId,
  subjectKind,
  subjectId,
  dueDay,
  messageId: null,
  skipped: null,
  createdAt: now,
});
