import { MailboxMail, OutgoingMessage } from '../../src/platform/mail/message.entity.js';
import { Outbox } from '../../src/platform/mail/outbox.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { readInput } from '../../src/platform/http/read-input.js';
import { PlanItem } from '../../src/plans/plan/plan.entity.js';
import { Delivery } from '../../src/reminders/mail/delivery.entity.js';
import { RemindersService } from '../../src/reminders/sweep/reminders.service.js';
import { RuleInput } from '../../src/reminders/rules/rule.dto.js';
import { RulesService } from '../../src/reminders/rules/rules.service.js';
import type { TestApp } from './app.js';
import type { Person } from './factories.js';

export const QUARTERLY = { every: 'quarter', nth: 1, weekday: 1, time: '09:00' };

export const newRule = (test: TestApp, secretariat: Person, mechanismId: string, fields: object) =>
  test.get(RulesService).createRule(secretariat.actor, mechanismId, readInput(RuleInput, fields));

/** Due on one day: `day('2027-03-09')`. */
export const day = (start: string) => ({ precision: 'day', start });

export async function sweepAt(test: TestApp, moment: string) {
  test.clock.moveTo(new Date(moment));
  return test.get(RemindersService).sweep();
}

/** Does what the queue would: sends every message that waits. */
export async function sendAll(test: TestApp): Promise<void> {
  const waiting = await test
    .get(UnitOfWork)
    .read.findBy(OutgoingMessage, { kind: 'reminder', state: 'pending' });
  for (const { id } of waiting) await test.get(Outbox).send(id);
}

export const deliveries = (test: TestApp) =>
  test.get(UnitOfWork).read.find(Delivery, { order: { id: 'ASC' } });
export const messages = (test: TestApp) =>
  test.get(UnitOfWork).read.find(OutgoingMessage, { where: { kind: 'reminder' }, order: { key: 'ASC' } });
export const mailsTo = (test: TestApp, person: Person) =>
  test
    .get(UnitOfWork)
    .read.find(MailboxMail, { where: { recipient: person.account.email }, order: { id: 'ASC' } });

/** "Person 3 > 1 (2027-03-09)", sorted: who is to be reminded of what, because of which day. */
export async function asked(test: TestApp, people: Person[]): Promise<string[]> {
  const items = await test.get(UnitOfWork).read.find(PlanItem);
  const name = new Map(people.map(({ account }) => [account.id, account.name]));
  const code = new Map(items.map((item) => [item.id, item.code]));
  return (await deliveries(test))
    .map(
      ({ accountId, subjectId, dueDay }) =>
        `${name.get(accountId) ?? 'somebody'} > ${code.get(subjectId)} (${dueDay})`,
    )
    .sort();
}
