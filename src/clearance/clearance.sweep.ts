import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Account } from '../accounts/account.entity.js';
import { Clock } from '../platform/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { dayIn } from '../platform/i18n/dates.js';
import { OutgoingMessage } from '../platform/mail/message.entity.js';
import { Outbox } from '../platform/mail/outbox.js';
import { regionOf } from '../reminders/sweep/members.js';
import { isMorning } from '../reminders/rules/schedule.js';
import { isWorkingDay } from '../reminders/rules/working-days.js';
import { Clearance } from './clearance.entity.js';
import { reminderDue } from './clearance-days.js';
import { ClearanceAskMail } from './clearance.mail.js';
import { ClearanceChangeRecorder } from './clearance-change-recorder.js';
import { DelegationPeopleService } from './delegation-people.service.js';

/**
 * Reminds those whose step it is, on a working morning of theirs; and asks those who are asked only now, since the
 * owner's term has ended. All by query: a lost job is made good by the next.
 */
@Injectable()
export class ClearanceSweep {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly mail: ClearanceAskMail,
    private readonly people: DelegationPeopleService,
    private readonly recorder: ClearanceChangeRecorder,
  ) {}

  async sweep(now: Date = this.clock.now()): Promise<void> {
    const waiting = await this.unitOfWork.read.find(Clearance, {
      where: { state: 'waiting' },
      order: { id: 'ASC' },
    });
    for (const clearance of waiting) {
      await this.unitOfWork.run(() => this.recorder.ask(clearance));
      await this.remind(clearance, now);
    }
  }

  private async remind(clearance: Clearance, now: Date): Promise<void> {
    const { steps, at, mechanismId, subject, id: clearanceId } = clearance;
    const { people } = await this.people.askedFor(steps[at]!, mechanismId, subject);
    const ready = people.filter((account) => isWorkingMorning(account, subject, now));
    const askedAt = await this.askedAt(clearance, ready);
    for (const { id, zone } of ready) {
      const asked = askedAt.get(id);
      const reminder = asked ? reminderDue(asked, zone, now) : 0;
      if (reminder > 0) await this.outbox.post(this.mail, { id: clearanceId, clearance, reminder }, [id]);
    }
  }

  private async askedAt(clearance: Clearance, people: readonly Account[]): Promise<Map<string, Date>> {
    const asked = { id: clearance.id, clearance, reminder: 0 };
    const keys = people.map(({ id }) => this.mail.key(asked, id));
    const mails = await this.unitOfWork.read.findBy(OutgoingMessage, { key: In(keys) });
    return new Map(mails.map(({ accountId, createdAt }) => [accountId, createdAt]));
  }
}

function isWorkingMorning({ zone }: Account, state: string, now: Date): boolean {
  return isMorning(zone, now) && isWorkingDay(dayIn(zone, now), regionOf([state], zone));
}
