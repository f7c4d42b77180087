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
import { OpenItems } from './open-items.js';
import { Delivery, ReminderRule, type RuleKind } from './reminder.entity.js';
import { CATCH_UP_DAYS } from './schedule.js';
import { slices, type Standing, Standings } from './standing.js';
import { dayByZone, type Step, upcomingSteps } from './upcoming-steps.js';
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
    const outlook = { zone: mechanism.zone, members, from, until: last };
    const steps: Step[] = [];
    for (const rule of rules) {
      for await (const step of upcomingSteps(this.openItems, rule, outlook)) steps.push(step);
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

  private async withoutPosted(planned: Planned[], from: Day): Promise<Planned[]> {
    // A round is not entered before its day; a due day may be, by the rule as it was before it was changed.
    const near = addDays(from, CATCH_UP_DAYS);
    const keys = planned
      .filter(({ step, day }) => step.rule.kind !== 'periodic' || day <= near)
      .map(keyOfPlanned);
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

const keyOfPlanned = ({ step: { rule, item, dueDay }, accountId }: Planned) =>
  keyOf({ rule, itemId: item.id, accountId, dueDay });
