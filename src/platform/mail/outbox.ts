import { createHash } from 'node:crypto';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { In, LessThanOrEqual } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { Clock } from '../clock.js';
import { CONFIG, type Config } from '../config.js';
import { History } from '../database/history.js';
import { inSlices, slicesOf } from '../database/in-slices.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { Actor } from '../http/actor.js';
import { JobQueue } from '../queue/job-queue.js';
import { sendMail } from './mail.jobs.js';
import { isPermanent, type Mail, MAIL_TRANSPORT, type MailTransport } from './mail.transport.js';
import type { MailKey, MailSubject } from './mail-kind.js';
import { insertNew } from './insert-new.js';
import { MailWriter } from './mail-writer.js';
import { MessageClaims } from './message-claims.js';
import { errorWords } from './error-words.js';
import { type MessageState, OutgoingMessage } from './message.entity.js';
import { recipientsOf } from './recipients.js';
import { nextAttempt } from './retry.js';

/** A mail to one account, before it is a row. */
type NewMessage = Pick<OutgoingMessage, 'key' | 'kind' | 'accountId'> &
  Partial<Pick<OutgoingMessage, 'subjectId' | 'postedBy'>>;

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
   * gave the reason (`by`), are left out; `asker` is who is named as having given it. Answers the ids of the new ones.
   * Call inside the unit of work that gives the reason.
   */
  async post<S extends MailSubject>(
    mail: MailKey<S>,
    subject: NoInfer<S>,
    accountIds: Iterable<string | null | undefined>,
    by?: Pick<Actor, 'accountId'>,
    asker: Pick<Actor, 'accountId'> | undefined = by,
  ): Promise<string[]> {
    const people = recipientsOf(accountIds, by);
    const { kind } = mail;
    return this.postAll(
      people.map((accountId) => ({
        key: mail.key(subject, accountId),
        kind,
        accountId,
        subjectId: subject.id,
        postedBy: asker?.accountId,
      })),
    );
  }

  /** Posts many rows at once; answers the ids of those that were new. */
  async postAll(mails: NewMessage[]): Promise<string[]> {
    if (mails.length === 0) return [];
    const now = this.clock.now();
    const rows = mails.map((mail) => ({
      id: uuid(),
      ...mail,
      subjectId: mail.subjectId ?? null,
      postedBy: mail.postedBy ?? null,
      state: 'pending' as const,
      nextAttemptAt: now,
      messageId: this.messageIdOf(mail.key),
      createdAt: now,
    }));
    return this.unitOfWork.run(async (manager) => {
      const fresh: string[] = [];
      for (const some of slicesOf(rows)) fresh.push(...(await insertNew(manager, some)));
      this.unitOfWork.afterCommit(() => this.enqueue(fresh));
      return fresh;
    });
  }

  /**
   * Sends one message. Returns quietly when another worker has it or it is already done. A temporary
   * failure puts it back with a later time; a permanent one is kept and shown.
   */
  async send(id: string): Promise<void> {
    const message = await this.claims.claim(id);
    if (!message) return;
    let mail: Mail | null = null;
    try {
      const written = await this.writer.write(message);
      if (typeof written === 'string')
        return this.claims.end({ id, change: { state: 'skipped', reason: written } });
      mail = written;
      await this.transport.deliver(mail, message.messageId);
    } catch (error) {
      return this.failed(message, error, mail?.to ?? null);
    }
    await this.claims.end({ id, change: { state: 'sent', address: mail.to } });
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
      select: { id: true },
      where: { state: 'pending', nextAttemptAt: LessThanOrEqual(this.clock.now()) },
      order: { nextAttemptAt: 'ASC' },
      take: SWEEP_BATCH,
    });
    await this.enqueue(due.map((message) => message.id));
    return due.length;
  }

  private async failed(message: OutgoingMessage, error: unknown, address: string | null): Promise<void> {
    const again = isPermanent(error) ? null : nextAttempt(message.attempts, this.clock.now());
    const text = errorWords(error);
    this.logger.warn(`mail ${message.id} (${message.kind}), attempt ${message.attempts}: ${text}`);
    await this.claims.end({
      id: message.id,
      change: again
        ? { state: 'pending', nextAttemptAt: again, error: text }
        : { state: 'failed', error: text, address },
    });
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
