import type { Day } from '../../platform/i18n/day.js';
import { digestDays, type ReadyDelivery } from '../mail/digests.js';
import type { Responses } from '../subjects/responses.js';
import { keyOf } from '../sweep/delivery-writer.js';
import type { Members } from '../sweep/members.js';
import type { Step } from './upcoming-steps.js';

/** One line of somebody's message, before it is known on which day the message leaves. */
export interface Planned extends ReadyDelivery {
  step: Step;
  accountId: string;
}

/** Whom a step reminds, and when it is ready for them: nobody for whom the rule had not begun. */
export function planned(step: Step, members: Members): Planned[] {
  return step.recipients.flatMap(({ accountId }): Planned[] => {
    const { zone } = members.people.get(accountId)!.account;
    const ready = step.readyIn(zone);
    return ready.day < step.sinceIn(zone) ? [] : [{ step, accountId, ...ready }];
  });
}

/** The messages in the order they leave, each without what would be left out of it then. */
export function messagesOf(lines: Planned[], members: Members, responses: Responses) {
  const own = new Map<string, Planned[]>();
  for (const line of lines) own.set(line.accountId, [...(own.get(line.accountId) ?? []), line]);
  const messages = [...own].flatMap(([accountId, all]) => {
    const { account, region } = members.people.get(accountId)!;
    const { id, name, language, zone } = account;
    return [...digestDays(all, region)].map(([day, aboard]) => {
      const kept = aboard.filter((line) => stillCounts(line, day, members, responses));
      return { day, person: { id, name, language, zone }, lines: kept };
    });
  });
  return messages
    .filter((message) => message.lines.length > 0)
    .sort((a, b) => a.day.localeCompare(b.day) || a.person.name.localeCompare(b.person.name));
}

/** What DeliveryCheck will look at, as far as it can be known today. */
function stillCounts(
  { step, accountId, ...ready }: Planned,
  day: Day,
  members: Members,
  responses: Responses,
): boolean {
  const { rule, subject, dueDay, answersFrom } = step;
  if (responses.wish(accountId, subject.id, rule.kind === 'periodic' ? dueDay : day)) return false;
  const asked = day === ready.day ? step.recipients : members.on(day).recipients(subject.owners);
  const recipient = asked.find((one) => one.accountId === accountId);
  return recipient !== undefined && !responses.answered(subject.id, recipient.voices, answersFrom);
}

export const keyOfLine = ({ step: { rule, subject, dueDay }, accountId }: Planned) =>
  keyOf({ rule, subjectId: subject.id, accountId, dueDay });
