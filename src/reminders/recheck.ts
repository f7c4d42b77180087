import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Account } from '../accounts/account.entity.js';
import { PeopleService } from '../accounts/people.service.js';
import { Mechanism } from '../mechanisms/mechanism.entity.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { dayIn } from '../platform/i18n/dates.js';
import type { Day } from '../platform/i18n/day.js';
import type { OutgoingMessage } from '../platform/mail/message.entity.js';
import { PlanItem } from '../plans/plan.entity.js';
import { FINISHED, ownersOf, PLAN_IN_FORCE } from './open-items.js';
import { Circle, holdsOn, type Owner, type Recipient } from './recipients.js';
import { Delivery, ReminderRule, type SkipReason } from './reminder.entity.js';
import { answersFrom, type Standing, Standings } from './standing.js';

/** A delivery that still counts, with what its mail says. */
export interface Line {
  delivery: Delivery;
  rule: ReminderRule;
  item: PlanItem;
  mechanism: Mechanism;
  recipient: Recipient;
}

export interface Checked {
  /** Null when the account was closed; then no line counts. */
  account: Account | null;
  lines: Line[];
}

/** What a person's deliveries hang on, as it stands now. */
interface Facts {
  account: Account | null;
  today: Day;
  rules: Map<string, ReminderRule>;
  items: Map<string, PlanItem>;
  owners: Map<string, Owner[]>;
  mechanisms: Map<string, Mechanism>;
  circles: Map<string, Circle>;
  standing: Standing;
}

/**
 * Looks again at the moment of sending: days may have passed since a delivery was entered, and a person who has
 * answered, left, or been let off must not be asked.
 */
@Injectable()
export class Recheck {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly people: PeopleService,
    private readonly standings: Standings,
  ) {}

  /** The deliveries of a message that still count. Those that do not are marked with the reason. */
  async of(message: Pick<OutgoingMessage, 'id' | 'accountId'>, now: Date): Promise<Checked> {
    const account = await this.people.find({ id: message.accountId });
    const deliveries = await this.unitOfWork.read.findBy(Delivery, { messageId: message.id });
    const facts = await this.facts(account, deliveries, now);
    const seen = deliveries.map((delivery) => ({ delivery, line: look(delivery, facts) }));
    const reasons = seen.map(({ delivery, line }) => ({
      delivery,
      reason: typeof line === 'string' ? line : null,
    }));
    await this.mark(reasons);
    return { account, lines: seen.flatMap(({ line }) => (typeof line === 'string' ? [] : line)) };
  }

  /** Only what changed since the last attempt; mostly that is nothing, and no transaction. */
  private async mark(reasons: { delivery: Delivery; reason: SkipReason | null }[]): Promise<void> {
    const changed = new Map<SkipReason | null, string[]>();
    for (const { delivery, reason } of reasons) {
      if (delivery.skipped !== reason) changed.set(reason, [...(changed.get(reason) ?? []), delivery.id]);
    }
    if (changed.size === 0) return;
    await this.unitOfWork.run(async (manager) => {
      for (const [skipped, ids] of changed) await manager.update(Delivery, { id: In(ids) }, { skipped });
    });
  }

  private async facts(account: Account | null, deliveries: readonly Delivery[], now: Date): Promise<Facts> {
    const { read } = this.unitOfWork;
    const ids = (field: 'ruleId' | 'itemId' | 'mechanismId') => [
      ...new Set(deliveries.map((delivery) => delivery[field])),
    ];
    const itemIds = ids('itemId');
    const [rules, items, owners, mechanisms, standing] = await Promise.all([
      read.findBy(ReminderRule, { id: In(ids('ruleId')) }),
      read.find(PlanItem, { where: { id: In(itemIds) }, relations: { plan: true } }),
      ownersOf(this.unitOfWork, itemIds),
      read.findBy(Mechanism, { id: In(ids('mechanismId')) }),
      this.standings.of(itemIds, account ? [account.id] : []),
    ]);
    const today = dayIn(account?.zone ?? 'UTC', now);
    const grants = (account?.grants ?? []).filter((grant) => holdsOn(grant, today));
    const circles = mechanisms.map(
      ({ id }) => [id, new Circle(grants.filter((grant) => grant.mechanismId === id))] as const,
    );
    return {
      account,
      today,
      rules: byId(rules),
      items: byId(items),
      owners,
      mechanisms: byId(mechanisms),
      circles: new Map(circles),
      standing,
    };
  }
}

/** The line, or why there is none; the widest reason first. */
function look(delivery: Delivery, facts: Facts): Line | SkipReason {
  const { account, today, standing } = facts;
  const rule = facts.rules.get(delivery.ruleId);
  const mechanism = facts.mechanisms.get(delivery.mechanismId);
  if (!rule?.enabled || !mechanism) return 'disabled';
  const item = facts.items.get(delivery.itemId);
  if (!item) return 'removed';
  if (item.plan.state !== PLAN_IN_FORCE) return 'closed';
  if (item.status && FINISHED.includes(item.status)) return 'finished';
  const periodic = rule.kind === 'periodic';
  if (!periodic && item.whenEnd !== delivery.dueDay) return 'moved';
  const asked = facts.circles.get(mechanism.id)?.recipients(facts.owners.get(item.id) ?? []) ?? [];
  const recipient = account && asked.find(({ accountId }) => accountId === account.id);
  if (!recipient) return 'left';
  const wish = standing.wish(account.id, item.id, periodic ? delivery.dueDay : today);
  if (wish) return wish;
  const from = answersFrom(rule, mechanism.zone, delivery.dueDay, item.whenStart);
  return standing.answered(item.id, recipient.voices, from)
    ? 'answered'
    : { delivery, rule, item, mechanism, recipient };
}

const byId = <T extends { id: string }>(rows: T[]) => new Map(rows.map((row) => [row.id, row]));
