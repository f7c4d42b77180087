import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { MailTroubles } from '../../platform/mail/mail-troubles.js';
import { OutgoingMessage } from '../../platform/mail/message.entity.js';
import { Outbox } from '../../platform/mail/outbox.js';
import type { TroubleFilter } from '../../platform/mail/troubles.js';
import { Account } from '../account.entity.js';
import { can } from '../roles.js';

/** A mail that did not arrive, with whom it is for; null when the account is gone. */
export interface TroubledMail {
  message: OutgoingMessage;
  person: Pick<Account, 'id' | 'name' | 'email'> | null;
}

/** Mails that did not arrive: to see them, and to have them tried again. What they say is nowhere: it is written when sent. */
@Injectable()
export class MailsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly troubles: MailTroubles,
    private readonly outbox: Outbox,
  ) {}

  /** Of the whole installation, newest first. Throws NotFoundError for who does not run it. */
  async list(actor: Actor, filter: TroubleFilter, cursor: string | null) {
    demandInstallation(actor);
    const [{ items, nextCursor }, kinds] = await Promise.all([
      this.troubles.list(filter, cursor),
      this.troubles.kinds(filter.state),
    ]);
    return { items: await this.withPeople(items), nextCursor, kinds };
  }

  /**
   * Has one tried again. Where the recipient has left by then, or there is nothing left to say, it is dropped, and the
   * reason is kept. Throws NotFoundError when there is none that has failed or waits.
   */
  async retry(actor: Actor, id: string): Promise<void> {
    demandInstallation(actor);
    if ((await this.outbox.retry(actor, [id], null)) === 0) throw new NotFoundError('mail');
  }

  /** How many that would be. */
  async countAll(actor: Actor, filter: TroubleFilter): Promise<number> {
    demandInstallation(actor);
    return (await this.troubles.ids(filter)).length;
  }

  /** Has all of them tried again; answers how many. */
  async retryAll(actor: Actor, filter: TroubleFilter): Promise<number> {
    demandInstallation(actor);
    return this.outbox.retry(actor, await this.troubles.ids(filter), null);
  }

  /** Of some mails those that did not arrive. For features, which say who may ask. */
  async about(mails: Parameters<MailTroubles['about']>[0]): Promise<TroubledMail[]> {
    return this.withPeople(await this.troubles.about(mails));
  }

  private async withPeople(messages: OutgoingMessage[]): Promise<TroubledMail[]> {
    const accounts = await this.unitOfWork.read.find(Account, {
      select: { id: true, name: true, email: true },
      where: { id: In([...new Set(messages.map(({ accountId }) => accountId))]) },
    });
    const byId = new Map(accounts.map((account) => [account.id, account]));
    return messages.map((message) => ({ message, person: byId.get(message.accountId) ?? null }));
  }
}

function demandInstallation(actor: Actor): void {
  if (!can(actor, 'installation.manage', null)) throw new NotFoundError('mails');
}
