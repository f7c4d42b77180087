import { DateTime } from 'luxon';
import { dayIn } from '../../platform/i18n/dates.js';
import { addDays, type Day } from '../../platform/i18n/day.js';
import type { Ready } from '../mail/digests.js';
import type { Members } from '../sweep/members.js';
import type { OpenItem, OpenItems } from '../subjects/open-items.js';
import type { Recipient } from '../sweep/recipients.js';
import type { ReminderRule } from '../reminder.entity.js';
import { CATCH_UP_DAYS, type DueRule, occurrencesBetween, stepDay } from './schedule.js';
import { answersFrom } from '../subjects/standing.js';

/** One rule and one item because of one day, and who would be asked. */
export interface Step {
  rule: ReminderRule;
  item: OpenItem;
  dueDay: Day;
  /** When it is ready to be said to people in a zone. */
  readyIn: (zone: string) => Ready;
  /** The day the rule began for people in a zone. */
  sinceIn: (zone: string) => Day;
  /** To which day an entry has to reach to be an answer. */
  answersFrom: Day;
  recipients: Recipient[];
}

/** Where and when a rule is looked at. */
interface Outlook {
  /** The mechanism's. */
  zone: string;
  members: Members;
  from: Day;
  until: Day;
}

/** The steps of a rule whose messages go out between two days, both included; a few more at either end. */
export async function* upcomingSteps(
  openItems: OpenItems,
  rule: ReminderRule,
  outlook: Outlook,
): AsyncGenerator<Step> {
  // A step on a week-end before `from` goes out after it; and in some zones it is tomorrow already.
  const first = addDays(outlook.from, -CATCH_UP_DAYS);
  const last = addDays(outlook.until, 1);
  if (rule.kind === 'periodic') yield* rounds(openItems, rule, { ...outlook, from: first, until: last });
  else yield* dueSteps(openItems, rule, { ...outlook, from: first, until: last });
}

async function* rounds(openItems: OpenItems, rule: ReminderRule, outlook: Outlook): AsyncGenerator<Step> {
  const { zone, members, from, until } = outlook;
  const sinceIn = dayByZone(rule.since);
  const moments = occurrencesBetween(rule.recurrence!, zone, startOf(from), startOf(addDays(until, 1)));
  for (const at of moments.filter((moment) => moment >= rule.since)) {
    const dueDay = dayIn(zone, at);
    const round = {
      rule,
      dueDay,
      sinceIn,
      readyIn: readyByZone(at),
      answersFrom: answersFrom(rule, zone, dueDay, null),
    };
    const circle = members.on(dueDay);
    for await (const items of openItems.ongoing(rule, dueDay)) {
      for (const item of items) yield { ...round, item, recipients: circle.recipients(item.owners) };
    }
  }
}

async function* dueSteps(openItems: OpenItems, rule: ReminderRule, outlook: Outlook): AsyncGenerator<Step> {
  const { zone, members, from, until } = outlook;
  const counted = { kind: rule.kind as DueRule['kind'], days: rule.days ?? 0 };
  const sinceIn = dayByZone(rule.since);
  const shift = counted.kind === 'before-due' ? counted.days : -counted.days;
  for await (const items of openItems.dueBetween(rule, addDays(from, shift), addDays(until, shift))) {
    for (const item of items) {
      const dueDay = item.whenEnd!;
      const day = stepDay(counted, dueDay);
      const recipients = members.on(day).recipients(item.owners);
      const from = answersFrom(rule, zone, dueDay, item.whenStart);
      yield {
        rule,
        item,
        dueDay,
        sinceIn,
        readyIn: () => ({ day, minute: 0 }),
        answersFrom: from,
        recipients,
      };
    }
  }
}

/** The day and the minute a moment falls on by zone, found once for each. */
function readyByZone(moment: Date): (zone: string) => Ready {
  const found = new Map<string, Ready>();
  return (zone) => {
    const local = found.get(zone) ?? readyAt(moment, zone);
    found.set(zone, local);
    return local;
  };
}

function dayByZone(moment: Date): (zone: string) => Day {
  const ready = readyByZone(moment);
  return (zone) => ready(zone).day;
}

function readyAt(moment: Date, zone: string): Ready {
  const local = DateTime.fromJSDate(moment, { zone });
  return { day: local.toISODate()!, minute: local.hour * 60 + local.minute };
}

const startOf = (day: Day) => new Date(`${day}T00:00:00Z`);
