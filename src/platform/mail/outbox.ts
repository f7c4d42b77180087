import { createHash } from 'node:crypto';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { In, IsNull, LessThanOrEqual, MoreThan, Not } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { Clock } from '../clock.js';
import { CONFIG, type Config } from '../config.js';
import { History } from '../database/history.js';
import { inSlices, slicesOf } from '../database/in-slices.js';
import { insertNew } from '../database/insert-new.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { Actor } from '../http/actor.js';
import { JobQueue } from '../queue/job-queue.js';
import { sendMail } from './mail.jobs.js';
import { isPermanent, MAIL_TRANSPORT, type MailTransport } from './mail.transport.js';
import type { MailKey, MailSubject } from './mail-kind.js';
import { goesTogether, leavesAt, readyOf } from './bundles.js';
import { MailWriter, type WrittenMail } from './mail-writer.js';
import { MessageClaims } from './message-claims.js';
import { errorWords } from './error-words.js';
import { type DropReason, type MessageState, OutgoingMessage } from './message.entity.js';
import { recipientsOf } from './recipients.js';
import { nextAttempt } from './retry.js';

/** A mail to one account, before it is a row. */
type NewMessage = Pick<OutgoingMessage, 'key' | 'kind' | 'accountId'> &
  Partial<Pick<OutgoingMessage, 'subjectId' | 'postedBy' | 'bundle'>>;

const SWEEP_BATCH = 5_000;

/**
 * Mail as rows: posted in the transaction that gives the reason, claimed by one conditional UPDATE, sent,
 * marked. Losing the queue loses nothing; a crash between send and mark repeats only what was in flight.
 */
@Injectable()
export class Outbox {
  private readonly logger = new Logger(Outbox.name);
  private readonly host: string;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly queue: JobQueue,
    private readonly history: History,
    private readonly claims: MessageClaims,
    private readonly writer: MailWriter,
    @Inject(MAIL_TRANSPORT) private readonly transport: MailTransport,
    @Inject(CONFIG) config: Config,
  ) {
    this.host = new URL(config.publicUrl).hostname;
  }

  /**
   * Posts a mail about a subject to people, to each once: a key that is already there is left alone. Nobody, and who
   * gave the reason (`by`), are left out; `asker` is who is named as having given it.
   * Call inside the unit of work that gives the reason.
   */
  async post<S extends MailSubject>(
    mail: MailKey<S>,
    subject: NoInfer<S>,
    accountIds: Iterable<string | null | undefined>,
    by?: Pick<Actor, 'accountId'>,
    asker: Pick<Actor, 'accountId'> | undefined = by,
  ): Promise<void> {
    const people = recipientsOf(accountIds, by);
    const { kind } = mail;
    const mails = people.map((accountId) => ({
      key: mail.key(subject, accountId),
      kind,
      accountId,
      subjectId: subject.id,
      postedBy: asker?.accountId,
      bundle: mail.bundle?.(subject),
    }));
    if (mails.length === 0) return;
    await this.unitOfWork.run(async () => this.unitOfWork.later(this.postTogether, mails));
  }

  /** All of a transaction's at once. */
  private readonly postTogether = async (mails: NewMessage[][]): Promise<void> => {
    await this.postAll(mails.flat());
  };

  /** Posts many rows at once; answers the ids of those that were new. */
  async postAll(mails: NewMessage[]): Promise<string[]> {
    if (mails.length === 0) return [];
    const now = this.clock.now();
    const rows = mails.map((mail) => ({
      id: uuid(),
      ...mail,
      subjectId: mail.subjectId ?? null,
      postedBy: mail.postedBy ?? null,
      bundle: mail.bundle ?? null,
      state: 'pending' as const,
      nextAttemptAt: mail.bundle ? leavesAt(now) : now,
      messageId: this.messageIdOf(mail.key),
      createdAt: now,
    }));
    return this.unitOfWork.run(async (manager) => {
      const fresh: string[] = [];
      // In one order everywhere: two PostgreSQL transactions that insert the same keys must not wait for each other.
      const byKey = rows.toSorted((a, b) => (a.key < b.key ? -1 : 1));
      for (const some of slicesOf(byKey)) fresh.push(...(await insertNew(manager, OutgoingMessage, some)));
      const waiting = new Set(rows.flatMap(({ id, bundle }) => (bundle ? id : [])));
      this.unitOfWork.afterCommit(() => this.enqueue(fresh.filter((id) => !waiting.has(id))));
      return fresh;
    });
  }

  /**
   * Sends one message, with those that go with it. Returns quietly when another worker has it or it is already done. A
   * temporary failure puts it back with a later time; a permanent one is kept and shown.
   */
  async send(id: string): Promise<void> {
    const claimed = await this.claims.claim(id);
    if (!claimed) return;
    const { message, joined } = claimed;
    const skipped = (reason: DropReason) => ({ state: 'skipped' as const, reason });
    let written: WrittenMail | null = null;
    try {
      const result = await this.writer.write([message, ...joined]);
      if (typeof result === 'string')
        return this.claims.end([message, ...joined].map((one) => ({ id: one.id, change: skipped(result) })));
      written = result;
      await this.transport.deliver(written.mail, message.messageId);
    } catch (error) {
      return this.failed(message, error, written?.mail.to ?? null);
    }
    const { mail, without } = written;
    const sent = { state: 'sent' as const, address: mail.to };
    await this.claims.end([
      { id, change: sent },
      ...joined.map((one) => ({ id: one.id, change: without.has(one.id) ? skipped('subject') : sent })),
    ]);
  }

  /**
   * Sends again what has failed or waits for another attempt, as if for the first time, and records who asked for it.
   * What is sent, dropped or under way is left alone. Answers how many there were.
   */
  async retry(
    actor: Pick<Actor, 'accountId' | 'name'>,
    ids: readonly string[],
    scope: string | null,
  ): Promise<number> {
    const state = In<MessageState>(['failed', 'pending']);
    const afresh = { state: 'pending' as const, attempts: 0, nextAttemptAt: this.clock.now() };
    return this.unitOfWork.run(async (manager) => {
      const again = await inSlices(ids, (some) => manager.findBy(OutgoingMessage, { id: In(some), state }));
      for (const some of slicesOf(again.map(({ id }) => id)))
        await manager.update(OutgoingMessage, { id: In(some), state }, afresh);
      const [first] = again;
      if (!first) return 0;
      const kind = [...new Set(again.map((message) => message.kind))].join(', ');
      await this.history.record(actor, {
        action: 'mail.retry',
        subjectKind: 'mail',
        subjectId: again.length === 1 ? first.id : '',
        scope,
        after: { kind, count: again.length },
      });
      this.unitOfWork.afterCommit(() => this.enqueue(again.map(({ id }) => id)));
      return again.length;
    });
  }

  /** Enqueues what is due, and takes back what a dead worker had claimed. */
  async sweep(): Promise<number> {
    await this.claims.takeBack();
    const due = await this.unitOfWork.read.find(OutgoingMessage, {
      select: { id: true, accountId: true, bundle: true, attempts: true, createdAt: true },
      where: { state: 'pending', nextAttemptAt: LessThanOrEqual(this.clock.now()) },
      order: { nextAttemptAt: 'ASC' },
      take: SWEEP_BATCH,
    });
    const ready = await this.gathered(due);
    await this.enqueue(ready);
    return ready.length;
  }

  /** Of those that go together one, once no other has been posted for a while. */
  private async gathered(due: OutgoingMessage[]): Promise<string[]> {
    const now = this.clock.now();
    const bundled = due.filter(goesTogether);
    const accountIds = [...new Set(bundled.map(({ accountId }) => accountId))];
    const later = await inSlices(accountIds, (some) =>
      this.unitOfWork.read.find(OutgoingMessage, {
        select: { id: true, accountId: true, bundle: true },
        where: { accountId: In(some), state: 'pending', bundle: Not(IsNull()), nextAttemptAt: MoreThan(now) },
      }),
    );
    return readyOf(due, later, now);
  }

  private async failed(message: OutgoingMessage, error: unknown, address: string | null): Promise<void> {
    const again = isPermanent(error) ? null : nextAttempt(message.attempts, this.clock.now());
    const text = errorWords(error);
    this.logger.warn(`mail ${message.id} (${message.kind}), attempt ${message.attempts}: ${text}`);
    const change = again
      ? { state: 'pending' as const, nextAttemptAt: again, error: text }
      : { state: 'failed' as const, error: text, address };
    await this.claims.end([{ id: message.id, change }]);
  }

  private enqueue(ids: string[]): Promise<void> {
    return this.queue.addMany(
      sendMail,
      ids.map((id) => ({ payload: { id }, id: `mail-${id}` })),
    );
  }

  private messageIdOf(key: string): string {
    return `${createHash('sha256').update(key).digest('hex').slice(0, 32)}@${this.host}`;
  }
}
