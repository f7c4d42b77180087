import { Injectable } from '@nestjs/common';
import { PeopleService } from '../../accounts/people.service.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Actor } from '../../platform/http/actor.js';
import { recipientsOf } from '../../platform/mail/recipients.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { type Disclosure, type Entry, EntryVersion } from './entry.entity.js';
import type { AcceptanceState } from './acceptance-state.js';
import { ProgressMail } from './entry.mail.js';

/** What became of an entry in a mechanism. */
export type EntryNews = AcceptanceState | 'withdrawn';

/** Is notified of it in the same transaction. */
export type EntryListener = (
  actor: Actor,
  entry: Entry,
  disclosure: Disclosure,
  state: EntryNews,
) => Promise<void>;

/**
 * Notifies people of an entry that waits for them or was answered (ProgressMail writes the mail), and the later features
 * that wait for entries, since progress may not import them.
 */
@Injectable()
export class EntryNotifications {
  private readonly listeners: EntryListener[] = [];

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly people: PeopleService,
    private readonly outbox: Outbox,
    private readonly mail: ProgressMail,
  ) {}

  /** For a later feature; call it at start. */
  listen(listener: EntryListener): void {
    this.listeners.push(listener);
  }

  /** Posts the mails of an entry's new state in a mechanism; to everybody but the one who acted. Call inside a unit of work. */
  async tell(actor: Actor, entry: Entry, disclosure: Disclosure, state: AcceptanceState): Promise<void> {
    const concerned = await this.recipients(actor, entry, disclosure, state);
    await this.outbox.post(this.mail, { id: entry.id, entry, disclosure, state }, concerned, actor);
    await this.hear(actor, entry, disclosure, state);
  }

  /** Who gets one of these mails. */
  async recipients(
    actor: Actor,
    entry: Entry,
    disclosure: Disclosure,
    state: AcceptanceState,
  ): Promise<string[]> {
    return recipientsOf(await this.concerned(entry, disclosure, state), actor);
  }

  /** Notifies the features that wait for entries, and sends no mail. */
  async hear(actor: Actor, entry: Entry, disclosure: Disclosure, state: EntryNews): Promise<void> {
    for (const listener of this.listeners) await listener(actor, entry, disclosure, state);
  }

  private async concerned(
    entry: Entry,
    disclosure: Disclosure,
    state: AcceptanceState,
  ): Promise<(string | null | undefined)[]> {
    if (state === 'submitted') {
      const grants = await this.people.holders(disclosure.mechanismId, 'secretariat');
      return grants.map(({ accountId }) => accountId);
    }
    // A colleague may have submitted what this person began, and another may have linked it.
    const where = { entryId: entry.id, number: entry.submittedVersion };
    const version = await this.unitOfWork.read.findOneBy(EntryVersion, where);
    return [entry.authorId, version?.submittedBy, disclosure.linkedBy];
  }
}
