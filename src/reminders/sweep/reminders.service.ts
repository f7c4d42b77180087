import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { PeopleService } from '../../accounts/people.service.js';
import { Mechanism } from '../../mechanisms/mechanism/mechanism.entity.js';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { dayIn } from '../../platform/i18n/dates.js';
import { type Day, daysBetween } from '../../platform/i18n/day.js';
import { DeliveryWriter, type DueDelivery } from './delivery-writer.js';
import { DigestPoster } from './digest-poster.js';
import { Members } from './members.js';
import type { RoleHolders } from './recipients.js';
import { ReminderRule } from '../reminder.entity.js';
import { CATCH_UP_DAYS, dueDays } from '../rules/schedule.js';
import { lastOccurrence } from '../rules/recurrence.js';
import type { DueSubject } from '../subjects/reminder-subject.js';
import { ReminderSubjects } from '../subjects/reminder-subjects.js';

export interface Sweep {
  /** How many deliveries were entered. */
  entered: number;
  /** How many messages were posted; each holds one person's deliveries of a day. */
  posted: number;
}

/** Whom a rule concerns now, because of which days. */
interface Concerned {
  holders: RoleHolders;
  days: readonly Day[];
}

const ENTER_AT_ONCE = 2_000;

/** Finds what is due, by query, and has it sent. Nothing is remembered but rows: losing the queue loses nothing. */
@Injectable()
export class RemindersService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly people: PeopleService,
    private readonly subjects: ReminderSubjects,
    private readonly deliveries: DeliveryWriter,
    private readonly digests: DigestPoster,
  ) {}

  /**
   * Enters the deliveries that are due at `now` and not yet there, then posts a message to everybody whose
   * morning it is. Run twice, by two processes, or after days of not running, it sends the same, once.
   */
  async sweep(now: Date = this.clock.now()): Promise<Sweep> {
    const { read } = this.unitOfWork;
    const rules = await read.find(ReminderRule, { where: { enabled: true }, order: { id: 'ASC' } });
    const mechanisms = await read.findBy(Mechanism, { id: In(rules.map((rule) => rule.mechanismId)) });
    let entered = 0;
    for (const mechanism of mechanisms) {
      const own = rules.filter((rule) => rule.mechanismId === mechanism.id);
      entered += await this.enter(mechanism, own, now);
    }
    return { entered, posted: await this.digests.post(now) };
  }

  private async enter(mechanism: Mechanism, rules: ReminderRule[], now: Date): Promise<number> {
    const members = new Members(await this.people.holders(mechanism.id));
    let entered = 0;
    let due: DueDelivery[] = [];
    for (const rule of rules) {
      for await (const one of this.due(rule, mechanism, members, now)) {
        due.push(one);
        if (due.length < ENTER_AT_ONCE) continue;
        entered += await this.deliveries.enter(due, now);
        due = [];
      }
    }
    return entered + (await this.deliveries.enter(due, now));
  }

  private async *due(
    rule: ReminderRule,
    mechanism: Mechanism,
    members: Members,
    now: Date,
  ): AsyncGenerator<DueDelivery> {
    const concerned: Concerned[] = [];
    for (const { zone, today, holders } of members.byZone(now)) {
      const days = daysOf(rule, { mechanismZone: mechanism.zone, zone, today, now });
      if (days.length > 0) concerned.push({ holders, days });
    }
    const days = [...new Set(concerned.flatMap((one) => one.days))];
    if (days.length === 0) return;
    const when = rule.kind === 'periodic' ? { underWay: days[0]! } : { on: days };
    for await (const page of this.subjects.due(rule, when)) {
      for (const subject of page) yield* dueFor(rule, subject, concerned);
    }
  }
}

function* dueFor(rule: ReminderRule, subject: DueSubject, concerned: Concerned[]): Generator<DueDelivery> {
  for (const { holders, days } of concerned) {
    const dueDay = rule.kind === 'periodic' ? days[0]! : days.find((day) => day === subject.dueDay);
    if (dueDay === undefined) continue;
    for (const { accountId } of holders.recipients(subject.owners))
      yield { rule, subjectKind: subject.kind, subjectId: subject.id, accountId, dueDay };
  }
}

interface Here {
  mechanismZone: string;
  /** Zone of the people concerned, and the day it is there. */
  zone: string;
  today: Day;
  now: Date;
}

/** The due days a rule concerns at a moment, for people in a zone. A periodic rule has one at most: its last day. */
function daysOf(rule: ReminderRule, { mechanismZone, zone, today, now }: Here): Day[] {
  if (rule.kind !== 'periodic') {
    return dueDays({ kind: rule.kind, days: rule.days ?? 0, since: dayIn(zone, rule.since) }, today);
  }
  const occurrence = lastOccurrence(rule.recurrence!, mechanismZone, now);
  const day = dayIn(mechanismZone, occurrence);
  const passed = daysBetween(day, dayIn(mechanismZone, now));
  return occurrence >= rule.since && passed <= CATCH_UP_DAYS ? [day] : [];
}
