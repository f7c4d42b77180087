import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan, Not } from 'typeorm';
import { Account } from '../../accounts/account.entity.js';
import { MailsService } from '../../accounts/mails/mails.service.js';
import { demand } from '../../accounts/roles.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { OutgoingMessage } from '../../platform/mail/message.entity.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { ReminderRule } from '../reminder.entity.js';
import { Delivery, type SkipReason } from './delivery.entity.js';
import type { SubjectDescription } from '../subjects/reminder-subject.js';
import { ReminderSubjects } from '../subjects/reminder-subjects.js';

/** `waiting`: for the person's morning, or for its turn; `retrying`: the mail server said "later". */
export const DELIVERY_STATES = ['waiting', 'retrying', 'sent', 'skipped', 'failed'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** A delivery with what became of it. */
export interface DeliveryRecord {
  delivery: Delivery;
  person: Pick<Account, 'id' | 'name' | 'email'> | null;
  item: SubjectDescription | null;
  rule: ReminderRule | null;
  state: DeliveryState;
  /** When it was sent; when it is tried next. */
  at: Date | null;
  reason: SkipReason | null;
  /** The mail server's words. */
  error: string | null;
}

const PAGE = 50;

/** What was sent to whom, and what was not, and why. */
@Injectable()
export class DeliveriesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly mails: MailsService,
    private readonly subjects: ReminderSubjects,
  ) {}

  /** A mechanism's deliveries, newest first, in pages; `cursor` is the last page's `nextCursor`. */
  async list(actor: Actor, mechanismId: string, cursor: string | null = null) {
    demand(actor, 'reminders.manage', mechanismId, 'mechanism');
    const rows = await this.unitOfWork.read.find(Delivery, {
      // Ids are made in the order of time.
      where: { mechanismId, ...(cursor && { id: LessThan(cursor) }) },
      order: { id: 'DESC' },
      take: PAGE + 1,
    });
    const shown = rows.slice(0, PAGE);
    return { items: await this.records(shown), nextCursor: rows.length > PAGE ? shown.at(-1)!.id : null };
  }

  /** The mails that did not arrive of those who were to be reminded of one thing in a mechanism, each with a delivery in it. */
  async undelivered(actor: Actor, mechanismId: string, subjectId: string) {
    demand(actor, 'reminders.manage', mechanismId, 'mechanism');
    const deliveries = await this.unitOfWork.read.findBy(Delivery, {
      mechanismId,
      subjectId,
      messageId: Not(IsNull()),
    });
    const byMessage = new Map(deliveries.map((delivery) => [delivery.messageId!, delivery]));
    const mails = await this.mails.about({ ids: [...byMessage.keys()] });
    return mails.map((mail) => ({ mail, delivery: byMessage.get(mail.message.id)! }));
  }

  /** Sends again the message of a delivery that has failed, with all it holds. Otherwise does nothing. */
  async retry(actor: Actor, deliveryId: string): Promise<void> {
    const delivery = await this.unitOfWork.read.findOneBy(Delivery, { id: deliveryId });
    if (!delivery) throw new NotFoundError('delivery');
    demand(actor, 'reminders.manage', delivery.mechanismId, 'delivery');
    if (delivery.messageId) await this.outbox.retry(actor, [delivery.messageId], delivery.mechanismId);
  }

  private async records(deliveries: Delivery[]): Promise<DeliveryRecord[]> {
    const { read } = this.unitOfWork;
    const ids = (field: 'accountId' | 'ruleId') =>
      In([...new Set(deliveries.map((delivery) => delivery[field]))]);
    const messageIds = deliveries.flatMap(({ messageId }) => messageId ?? []);
    const [accounts, items, rules, messages] = await Promise.all([
      read.find(Account, { select: { id: true, name: true, email: true }, where: { id: ids('accountId') } }),
      this.subjects.describe(deliveries),
      read.findBy(ReminderRule, { id: ids('ruleId') }),
      read.findBy(OutgoingMessage, { id: In(messageIds) }),
    ]);
    const person = byId(accounts);
    const rule = byId(rules);
    const message = byId(messages);
    return deliveries.map((delivery) => ({
      delivery,
      person: person.get(delivery.accountId) ?? null,
      item: items.get(delivery.subjectId) ?? null,
      rule: rule.get(delivery.ruleId) ?? null,
      ...whatBecameOf(delivery, message.get(delivery.messageId ?? '') ?? null),
    }));
  }
}

function whatBecameOf(
  delivery: Delivery,
  message: OutgoingMessage | null,
): Pick<DeliveryRecord, 'state' | 'at' | 'reason' | 'error'> {
  const reason = delivery.skipped;
  if (reason || message?.state === 'skipped') return { state: 'skipped', at: null, reason, error: null };
  if (message?.state === 'sent') return { state: 'sent', at: message.sentAt, reason: null, error: null };
  if (message?.state === 'failed') return { state: 'failed', at: null, reason: null, error: message.error };
  if (!message?.error) return { state: 'waiting', at: null, reason: null, error: null };
  return { state: 'retrying', at: message.nextAttemptAt, reason: null, error: message.error };
}

const byId = <T extends { id: string }>(rows: T[]) => new Map(rows.map((row) => [row.id, row]));
