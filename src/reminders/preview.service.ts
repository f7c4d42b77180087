import { Injectable } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import { PeopleService } from '../accounts/people.service.js';
import { demand } from '../accounts/roles.js';
import { Mechanism } from '../mechanisms/mechanism.entity.js';
import { Clock } from '../platform/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { NotFoundError } from '../platform/errors.js';
import type { Actor } from '../platform/http/actor.js';
import { dayIn } from '../platform/i18n/dates.js';
import { addDays, type Day, daysBetween } from '../platform/i18n/day.js';
import { PlanItem } from '../plans/plan.entity.js';
import { keyOf } from './ledger.js';
import { Members } from './members.js';
import { type OpenItem, OpenItems } from './open-items.js';
import type { Recipient } from './recipients.js';
import { Delivery, ReminderRule, type RuleKind } from './reminder.entity.js';
import { CATCH_UP_DAYS, occurrencesBetween, stepDay } from './schedule.js';
import { answersFrom, slices, type Standing, Standings } from './standing.js';
import { workingDayFrom } from './working-days.js';

/** One message, as it would go out as things stand. */
export interface PlannedMessage {
  /** The person's own day; it goes out from the morning on. */
  day: Day;
  person: { id: string; name: string; language: string; zone: string };
  lines: PlannedLine[];
}

export interface PlannedLine {
  item: Pick<PlanItem, 'id' | 'code' | 'title'>;
  kind: RuleKind;
  ruleId: string;
  dueDay: Day;
}

export interface Preview {
  messages: PlannedMessage[];
  /** Items a rule speaks about that nobody would be asked about: nobody holds the role. */
  unreached: Pick<PlanItem, 'id' | 'code' | 'title'>[];
}

/** One rule and one item because of one day, and who would be asked. */
interface Step {
  rule: ReminderRule;
  item: OpenItem;
  dueDay: Day;
  /** The day it is for people in a zone. */
  dayFor: (zone: string) => Day;
  /** To which day an entry has to reach to be an answer. */
  answersFrom: Day;
  recipients: Recipient[];
}

interface Planned {
  step: Step;
  accountId: string;
  day: Day;
}

/** Days a preview may cover; a weekly rule over years would be a long answer to a question nobody has. */
const PREVIEW_DAYS = 366;
const USUAL_DAYS = 90;

/** What would be sent, before it is. Writes nothing. */
@Injectable()
export class ReminderPreview {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly people: PeopleService,
    private readonly openItems: OpenItems,
    private readonly standings: Standings,
  ) {}

  /**
   * Who would get what on which day, from `from` (today) until `until` (90 days later; both included, a year at
   * most), by the rules, plans, roles and wishes of now. What was sent or answered already is left out.
   */
  async preview(actor: Actor, mechanismId: string, since?: Day, until?: Day): Promise<Preview> {
    demand(actor, 'reminders.manage', mechanismId, 'mechanism');
    const { read } = this.unitOfWork;
    const mechanism = await read.findOneBy(Mechanism, { id: mechanismId });
    if (!mechanism) throw new NotFoundError('mechanism');
    const from = since ?? dayIn(mechanism.zone, this.clock.now());
    const ahead = until ? Math.min(daysBetween(from, until), PREVIEW_DAYS) : USUAL_DAYS;
    const last = addDays(from, ahead);
    const members = new Members(await this.people.holders(mechanismId));
    const rules = await read.find(ReminderRule, {
      where: { mechanismId, enabled: true },
      order: { id: 'ASC' },
    });
    const steps: Step[] = [];
    for (const rule of rules) {
      for await (const step of this.steps(rule, mechanism.zone, members, from, last)) steps.push(step);
    }
    const people = members.people();
    const standing = await this.standings.of(
      steps.map(({ item }) => item.id),
      people.keys(),
    );
    const begins = new Map(rules.map((rule) => [rule.id, dayByZone(rule.since)]));
    const planned = steps.flatMap((step) => plan(step, people, standing, begins.get(step.rule.id)!));
    const open = await this.withoutPosted(
      planned.filter(({ day }) => day >= from && day <= last),
      from,
    );
    return this.described(open, steps, people);
  }

  private async *steps(
    rule: ReminderRule,
    zone: string,
    members: Members,
    from: Day,
    until: Day,
  ): AsyncGenerator<Step> {
    // A step on a week-end before `from` may go out on it; and it is tomorrow already in some zones.
    const first = addDays(from, -CATCH_UP_DAYS);
    const last = addDays(until, 1);
    if (rule.kind === 'periodic') {
      const occurrences = occurrencesBetween(
        rule.recurrence!,
        zone,
        startOf(first),
        startOf(addDays(last, 1)),
      );
      for (const at of occurrences.filter((occurrence) => occurrence >= rule.since)) {
        const dueDay = dayIn(zone, at);
        const round = {
          rule,
          dueDay,
          dayFor: dayByZone(at),
          answersFrom: answersFrom(rule, zone, dueDay, null),
        };
        for await (const items of this.openItems.ongoing(rule, dueDay)) {
          for (const item of items)
            yield { ...round, item, recipients: members.on(dueDay).recipients(item.owners) };
        }
      }
      return;
    }
    const { kind, days } = rule as { kind: 'before-due' | 'after-due'; days: number };
    const shift = kind === 'before-due' ? days : -days;
    for await (const items of this.openItems.dueBetween(rule, addDays(first, shift), addDays(last, shift))) {
      for (const item of items) {
        const dueDay = item.whenEnd!;
        const day = stepDay({ kind, days }, dueDay);
        const recipients = members.on(day).recipients(item.owners);
        yield {
          rule,
          item,
          dueDay,
          dayFor: () => day,
          answersFrom: answersFrom(rule, zone, dueDay, item.whenStart),
          recipients,
        };
      }
    }
  }

  private async withoutPosted(planned: Planned[], from: Day): Promise<Planned[]> {
    // Only what goes out at once can have been posted: nothing is entered before its day.
    const keys = planned.filter(({ day }) => day <= addDays(from, CATCH_UP_DAYS)).map(keyOfPlanned);
    const posted = new Set<string>();
    for (const some of slices(keys)) {
      const where = { key: In(some), messageId: Not(IsNull()) };
      const found = await this.unitOfWork.read.find(Delivery, { select: { key: true }, where });
      for (const { key } of found) posted.add(key);
    }
    return planned.filter((one) => !posted.has(keyOfPlanned(one)));
  }

  private async described(
    planned: Planned[],
    steps: Step[],
    people: ReturnType<Members['people']>,
  ): Promise<Preview> {
    const lonely = new Set(steps.filter((step) => step.recipients.length === 0).map((step) => step.item.id));
    const items = new Map<string, PlanItem>();
    for (const ids of slices([...lonely, ...planned.map(({ step }) => step.item.id)])) {
      const where = { id: In(ids) };
      const found = await this.unitOfWork.read.find(PlanItem, {
        select: { id: true, code: true, title: true },
        where,
      });
      for (const item of found) items.set(item.id, item);
    }
    const messages = new Map<string, PlannedMessage>();
    for (const { step, accountId, day } of planned) {
      const { id, name, language, zone } = people.get(accountId)!.account;
      const message = messages.get(`${day} ${id}`) ?? {
        day,
        person: { id, name, language, zone },
        lines: [],
      };
      messages.set(`${day} ${id}`, message);
      const { rule, item, dueDay } = step;
      message.lines.push({ item: items.get(item.id)!, kind: rule.kind, ruleId: rule.id, dueDay });
    }
    const inOrder = [...messages.values()].sort(
      (a, b) => a.day.localeCompare(b.day) || a.person.name.localeCompare(b.person.name),
    );
    return { messages: inOrder, unreached: [...lonely].map((id) => items.get(id)!) };
  }
}

/** Whom a step would reach, and on which of their days. */
function plan(
  step: Step,
  people: ReturnType<Members['people']>,
  standing: Standing,
  sinceFor: (zone: string) => Day,
): Planned[] {
  const { rule, item, dueDay, dayFor, answersFrom: from } = step;
  return step.recipients.flatMap(({ accountId, voices }): Planned[] => {
    const { account, region } = people.get(accountId)!;
    const own = dayFor(account.zone);
    if (own < sinceFor(account.zone) || standing.answered(item.id, voices, from)) return [];
    if (standing.wish(accountId, item.id, rule.kind === 'periodic' ? dueDay : own)) return [];
    return [{ step, accountId, day: workingDayFrom(own, region) }];
  });
}

/** The day a moment falls on by zone, found once for each. */
function dayByZone(moment: Date): (zone: string) => Day {
  const days = new Map<string, Day>();
  return (zone) => {
    const day = days.get(zone) ?? dayIn(zone, moment);
    days.set(zone, day);
    return day;
  };
}

const keyOfPlanned = ({ step: { rule, item, dueDay }, accountId }: Planned) =>
  keyOf({ rule, itemId: item.id, accountId, dueDay });

const startOf = (day: Day) => new Date(`${day}T00:00:00Z`);
