import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Account } from '../../accounts/account.entity.js';
import { Mechanism } from '../../mechanisms/mechanism/mechanism.entity.js';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { dayIn } from '../../platform/i18n/dates.js';
import type { OutgoingMessage } from '../../platform/mail/message.entity.js';
import { PlanItem } from '../../plans/plan/plan.entity.js';
import type { Day } from '../../platform/i18n/day.js';
import type { Localized } from '../../platform/i18n/localized.js';
import type { Round } from '../../rounds/round/round.entity.js';
import { Gather } from '../../platform/gather.js';
import { FINISHED, ownersOf, PLAN_IN_FORCE } from '../subjects/open-items.js';
import { OpenRounds } from '../subjects/open-rounds.js';
import { Circle, holdsOn, type Owner, type Recipient } from '../sweep/recipients.js';
import { Delivery, ReminderRule, type SkipReason } from '../reminder.entity.js';
import { answersFrom, type Standing, Standings } from '../subjects/standing.js';
import type { Subject } from '../subjects/subjects.js';

type Message = Pick<OutgoingMessage, 'id' | 'accountId'>;

/** What a person is reminded of: an item of a plan, or a round. */
export interface AskedAbout extends Subject {
  whenEnd: Day | null;
  /** Of the item's plan. */
  plan: Localized | null;
}

/** A delivery that still counts, with what its mail says. */
export interface Line {
  delivery: Delivery;
  rule: ReminderRule;
  item: AskedAbout;
  mechanism: Mechanism;
  recipient: Recipient;
}

export interface Checked {
  /** Null when the account was closed; then no line counts. */
  account: Account | null;
  lines: Line[];
}

/** What deliveries hang on, as it stands now. */
interface Facts {
  now: Date;
  accounts: Map<string, Account>;
  rules: Map<string, ReminderRule>;
  items: Map<string, PlanItem>;
  owners: Map<string, Owner[]>;
  rounds: Map<string, Round>;
  /** Those of a round who have not finished. */
  waiting: Map<string, Owner[]>;
  mechanisms: Map<string, Mechanism>;
  standing: Standing;
}

/**
 * Looks again at the moment of sending: days may have passed since a delivery was entered, and a person who has
 * answered, left, or been let off must not be asked.
 */
@Injectable()
export class Recheck {
  private readonly gather = new Gather((messages: Message[]) => this.all(messages));

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly standings: Standings,
    private readonly rounds: OpenRounds,
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
  private async mark(seen: { delivery: Delivery; line: Line | SkipReason }[]): Promise<void> {
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
    const ids = (field: 'ruleId' | 'itemId' | 'mechanismId') => [
      ...new Set(deliveries.map((one) => one[field])),
    ];
    const accountIds = messages.map(({ accountId }) => accountId);
    const itemIds = ids('itemId');
    const [accounts, rules, items, owners, rounds, waiting, mechanisms, standing] = await Promise.all([
      read.find(Account, { where: { id: In(accountIds), closedAt: IsNull() }, relations: { grants: true } }),
      read.findBy(ReminderRule, { id: In(ids('ruleId')) }),
      read.find(PlanItem, { where: { id: In(itemIds) }, relations: { plan: true } }),
      ownersOf(this.unitOfWork, itemIds),
      this.rounds.among(itemIds),
      this.rounds.waiting(itemIds),
      read.findBy(Mechanism, { id: In(ids('mechanismId')) }),
      this.standings.of(itemIds, accountIds),
    ]);
    const now = this.clock.now();
    return {
      now,
      accounts: byId(accounts),
      rules: byId(rules),
      items: byId(items),
      owners,
      rounds,
      waiting,
      mechanisms: byId(mechanisms),
      standing,
    };
  }
}

/** The line, or why there is none; the widest reason first. */
function look(delivery: Delivery, facts: Facts): Line | SkipReason {
  const rule = facts.rules.get(delivery.ruleId);
  const mechanism = facts.mechanisms.get(delivery.mechanismId);
  if (!rule?.enabled || !mechanism) return 'disabled';
  const round = facts.rounds.get(delivery.itemId);
  if (round) return lookAtRound(round, { delivery, rule, mechanism }, facts);
  const item = facts.items.get(delivery.itemId);
  if (!item) return 'removed';
  if (rule.about === 'rounds') return 'disabled';
  if (item.plan.state !== PLAN_IN_FORCE) return 'closed';
  if (item.status && FINISHED.includes(item.status)) return 'finished';
  const periodic = rule.kind === 'periodic';
  if (!periodic && item.whenEnd !== delivery.dueDay) return 'moved';
  const asked = recipientOf(delivery, facts.owners.get(item.id) ?? [], facts);
  if (!asked) return 'left';
  const { recipient, today } = asked;
  const wish = facts.standing.wish(delivery.accountId, item.id, periodic ? delivery.dueDay : today);
  if (wish) return wish;
  const from = answersFrom(rule, mechanism.zone, delivery.dueDay, item.whenStart);
  const answered = facts.standing.answered(item.id, recipient.voices, from);
  return answered ? 'answered' : { delivery, rule, item: aboutItem(item), mechanism, recipient };
}

/** The same for a round; who handed in, or prefers not to report, has answered. */
function lookAtRound(
  round: Round,
  line: Pick<Line, 'delivery' | 'rule' | 'mechanism'>,
  facts: Facts,
): Line | SkipReason {
  const { delivery, rule } = line;
  if (rule.planId !== null) return 'disabled';
  if (round.state !== 'open') return 'closed';
  if (round.dueDay !== delivery.dueDay) return 'moved';
  const waiting = facts.waiting.get(round.id) ?? [];
  const asked = waiting.length > 0 ? recipientOf(delivery, waiting, facts) : null;
  if (!asked) return facts.accounts.has(delivery.accountId) ? 'answered' : 'left';
  const wish = facts.standing.wish(delivery.accountId, round.id, asked.today);
  if (wish) return wish;
  const { id, title, mechanismId, dueDay: whenEnd } = round;
  const item: AskedAbout = { kind: 'round', id, code: '', title, mechanismId, whenEnd, plan: null };
  return { ...line, item, recipient: asked.recipient };
}

/** The person of a delivery, if they are still to be asked, and the day it is for them. */
function recipientOf(
  { accountId, mechanismId }: Delivery,
  owners: readonly Owner[],
  { accounts, now }: Facts,
): { recipient: Recipient; today: Day } | null {
  const account = accounts.get(accountId);
  if (!account) return null;
  const today = dayIn(account.zone, now);
  const own = account.grants.filter((grant) => grant.mechanismId === mechanismId && holdsOn(grant, today));
  const [recipient] = new Circle(own).recipients(owners);
  return recipient ? { recipient, today } : null;
}

const aboutItem = ({ id, code, title, whenEnd, plan }: PlanItem): AskedAbout => ({
  kind: 'item',
  id,
  code,
  title,
  mechanismId: plan.mechanismId,
  whenEnd,
  plan: plan.title,
});

const byId = <T extends { id: string }>(rows: T[]) => new Map(rows.map((row) => [row.id, row]));
