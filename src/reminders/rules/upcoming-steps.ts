import { DateTime } from 'luxon';
import { dayIn } from '../../platform/i18n/dates.js';
import { addDays, type Day } from '../../platform/i18n/day.js';
import type { ReadyDelivery } from '../mail/digests.js';
import type { Members } from '../sweep/members.js';
import type { Recipient } from '../sweep/recipients.js';
import type { ReminderRule } from '../reminder.entity.js';
import { CATCH_UP_DAYS, type DueRule, stepDay } from './schedule.js';
import { occurrencesBetween } from './recurrence.js';
import { answersFrom } from '../subjects/responses.js';
import type { DueSubject } from '../subjects/reminder-subject.js';
import type { ReminderSubjects } from '../subjects/reminder-subjects.js';

/** One rule and one subject because of one day, and who would be asked. */
export interface Step {
  rule: ReminderRule;
  subject: DueSubject;
  dueDay: Day;
  /** When it is ready to be said to people in a zone. */
  readyIn: (zone: string) => ReadyDelivery;
  /** The day the rule began for people in a zone. */
  sinceIn: (zone: string) => Day;
  /** To which day an answer has to reach to count. */
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
  subjects: ReminderSubjects,
  rule: ReminderRule,
  outlook: Outlook,
): AsyncGenerator<Step> {
  // A step on a week-end before `from` goes out after it; and in some zones it is tomorrow already.
  const first = addDays(outlook.from, -CATCH_UP_DAYS);
  const last = addDays(outlook.until, 1);
  if (rule.kind === 'periodic')
    yield* periodicSteps(subjects, rule, { ...outlook, from: first, until: last });
  else yield* dueSteps(subjects, rule, { ...outlook, from: first, until: last });
}

async function* periodicSteps(
  subjects: ReminderSubjects,
  rule: ReminderRule,
  outlook: Outlook,
): AsyncGenerator<Step> {
  const { zone, members, from, until } = outlook;
  const sinceIn = dayByZone(rule.since);
  const moments = occurrencesBetween(rule.recurrence!, zone, startOf(from), startOf(addDays(until, 1)));
  for (const at of moments.filter((moment) => moment >= rule.since)) {
    const dueDay = dayIn(zone, at);
    const occurrence = {
      rule,
      dueDay,
      sinceIn,
      readyIn: readyByZone(at),
      answersFrom: answersFrom(rule, zone, dueDay, null),
    };
    const holders = members.on(dueDay);
    for await (const page of subjects.due(rule, { underWay: dueDay })) {
      for (const subject of page)
        yield { ...occurrence, subject, recipients: holders.recipients(subject.owners) };
    }
  }
}

async function* dueSteps(
  subjects: ReminderSubjects,
  rule: ReminderRule,
  outlook: Outlook,
): AsyncGenerator<Step> {
  const { zone, members, from, until } = outlook;
  const counted = { kind: rule.kind as DueRule['kind'], days: rule.days ?? 0 };
  const sinceIn = dayByZone(rule.since);
  const shift = counted.kind === 'before-due' ? counted.days : -counted.days;
  const when = { from: addDays(from, shift), until: addDays(until, shift) };
  for await (const page of subjects.due(rule, when)) {
    for (const subject of page) {
      const dueDay = subject.dueDay!;
      const day = stepDay(counted, dueDay);
      const recipients = members.on(day).recipients(subject.owners);
      const from = answersFrom(rule, zone, dueDay, subject.startDay);
      yield {
        rule,
        subject,
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
function readyByZone(moment: Date): (zone: string) => ReadyDelivery {
  const found = new Map<string, ReadyDelivery>();
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

function readyAt(moment: Date, zone: string): ReadyDelivery {
  const local = DateTime.fromJSDate(moment, { zone });
  return { day: local.toISODate()!, minute: local.hour * 60 + local.minute };
}

const startOf = (day: Day) => new Date(`${day}T00:00:00Z`);
