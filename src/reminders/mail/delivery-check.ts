import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Account } from '../../accounts/account.entity.js';
import { Mechanism } from '../../mechanisms/mechanism/mechanism.entity.js';
import { holdsNow } from '../../accounts/seats/seat-period.js';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { dayIn } from '../../platform/i18n/dates.js';
import type { OutgoingMessage } from '../../platform/mail/message.entity.js';
import { Gather } from '../../platform/gather.js';
import { type Recipient, type ResponsibleParty, RoleHolders } from '../sweep/recipients.js';
import { ReminderRule } from '../reminder.entity.js';
import { Delivery, type SkipReason } from './delivery.entity.js';
import { answersFrom, type Responses, ResponsesReader } from '../subjects/responses.js';
import type { SubjectDescription, SubjectState } from '../subjects/reminder-subject.js';
import { ReminderSubjects } from '../subjects/reminder-subjects.js';

type Message = Pick<OutgoingMessage, 'id' | 'accountId'>;

/** A delivery that still counts, with what its mail says. */
export interface ReminderLine {
  rule: ReminderRule;
  subject: SubjectDescription;
  mechanism: Mechanism;
}

export interface Checked {
  /** Null when the account was closed; then no line counts. */
  account: Account | null;
  lines: ReminderLine[];
}

/** What deliveries hang on, as it stands now. */
interface Facts {
  now: Date;
  accounts: Map<string, Account>;
  rules: Map<string, ReminderRule>;
  mechanisms: Map<string, Mechanism>;
  states: Map<string, SubjectState>;
  responses: Responses;
  /** Why somebody who no longer answers for a delivery's subject is left out. */
  notAsked: (delivery: Delivery) => SkipReason;
}

/**
 * Looks again at the moment of sending: days may have passed since a delivery was entered, and a person who has
 * answered, left, or been let off must not be asked.
 */
@Injectable()
export class DeliveryCheck {
  private readonly gather = new Gather((messages: Message[]) => this.all(messages));

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly responses: ResponsesReader,
    private readonly subjects: ReminderSubjects,
  ) {}

  /** The deliveries of a message that still count. Those that do not are marked with the reason. */
  of(message: Message): Promise<Checked> {
    return this.gather.one(message);
  }

  private async all(messages: Message[]): Promise<Checked[]> {
    const deliveries = await this.unitOfWork.read.findBy(Delivery, {
      messageId: In(messages.map(({ id }) => id)),
    });
    const facts = await this.facts(messages, deliveries);
    const seen = deliveries.map((delivery) => ({ delivery, line: look(delivery, facts) }));
    await this.mark(seen);
    return messages.map(({ id, accountId }) => ({
      account: facts.accounts.get(accountId) ?? null,
      lines: seen.flatMap(({ delivery, line }) =>
        delivery.messageId === id && typeof line !== 'string' ? line : [],
      ),
    }));
  }

  /** Only what changed since the last attempt; mostly that is nothing, and no transaction. */
  private async mark(seen: { delivery: Delivery; line: ReminderLine | SkipReason }[]): Promise<void> {
    const changed = new Map<SkipReason | null, string[]>();
    for (const { delivery, line } of seen) {
      const reason = typeof line === 'string' ? line : null;
      if (delivery.skipped !== reason) changed.set(reason, [...(changed.get(reason) ?? []), delivery.id]);
    }
    if (changed.size === 0) return;
    await this.unitOfWork.run(async (manager) => {
      for (const [skipped, ids] of changed) await manager.update(Delivery, { id: In(ids) }, { skipped });
    });
  }

  private async facts(messages: Message[], deliveries: Delivery[]): Promise<Facts> {
    const { read } = this.unitOfWork;
    const ids = (field: 'ruleId' | 'mechanismId') => [...new Set(deliveries.map((one) => one[field]))];
    const accountIds = messages.map(({ accountId }) => accountId);
    const [accounts, rules, mechanisms, states, responses] = await Promise.all([
      read.find(Account, { where: { id: In(accountIds), closedAt: IsNull() }, relations: { grants: true } }),
      read.findBy(ReminderRule, { id: In(ids('ruleId')) }),
      read.findBy(Mechanism, { id: In(ids('mechanismId')) }),
      this.subjects.check(deliveries),
      this.responses.read(deliveries, accountIds),
    ]);
    return {
      now: this.clock.now(),
      accounts: byId(accounts),
      rules: byId(rules),
      mechanisms: byId(mechanisms),
      states,
      responses,
      notAsked: ({ subjectKind }) => this.subjects.ofKind(subjectKind).notAsked,
    };
  }
}

/** The line, or why there is none; the widest reason first. */
function look(delivery: Delivery, facts: Facts): ReminderLine | SkipReason {
  const { accountId, subjectId, dueDay } = delivery;
  const rule = facts.rules.get(delivery.ruleId);
  const mechanism = facts.mechanisms.get(delivery.mechanismId);
  if (!rule?.enabled || !mechanism) return 'disabled';
  const state = facts.states.get(subjectId);
  if (!state) return 'removed';
  const obstacle = state.obstacle(rule, dueDay);
  if (obstacle) return obstacle;
  const account = facts.accounts.get(accountId);
  if (!account) return 'left';
  const today = dayIn(account.zone, facts.now);
  const recipient = recipientOf(account, delivery.mechanismId, facts.now, state.owners);
  if (!recipient) return facts.notAsked(delivery);
  const wish = facts.responses.wish(accountId, subjectId, rule.kind === 'periodic' ? dueDay : today);
  if (wish) return wish;
  const from = answersFrom(rule, mechanism.zone, dueDay, state.startDay);
  if (facts.responses.answered(subjectId, recipient.voices, from)) return 'answered';
  return { rule, subject: state.description, mechanism };
}

/** The person as somebody who is still to be asked. */
function recipientOf(
  account: Account,
  mechanismId: string,
  now: Date,
  owners: readonly ResponsibleParty[],
): Recipient | undefined {
  const own = account.grants.filter((grant) => grant.mechanismId === mechanismId && holdsNow(grant, now));
  return new RoleHolders(own).recipients(owners)[0];
}

const byId = <T extends { id: string }>(rows: T[]) => new Map(rows.map((row) => [row.id, row]));
