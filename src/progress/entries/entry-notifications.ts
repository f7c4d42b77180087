import { Injectable } from '@nestjs/common';
import type { RoleGrant } from '../../accounts/account.entity.js';
import { PeopleService } from '../../accounts/people.service.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Actor } from '../../platform/http/actor.js';
import { recipientsOf } from '../../platform/mail/recipients.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { type Disclosure, type Entry, EntryVersion } from './entry.entity.js';
import type { AcceptanceState } from '../acceptance/acceptance-state.js';
import { ReceiptMail, type ReceiptState } from '../receipts/receipt.mail.js';
import { ProgressMail } from './entry.mail.js';

/** What became of an entry in a mechanism. */
export type EntryNews = AcceptanceState | 'withdrawn';

const ROLE_OF = { secretariat: 'secretariat', state: 'focal-point', partner: 'partner' } as const;

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
    private readonly receipts: ReceiptMail,
  ) {}

  /** For a later feature; call it at start. */
  listen(listener: EntryListener): void {
    this.listeners.push(listener);
  }

  /**
   * Posts the mails of an entry's new state in a mechanism; to everybody but the one who acted. All who speak for its
   * reporter get a copy of what was handed in, where it is reported. Call inside a unit of work.
   */
  async tell(actor: Actor, entry: Entry, disclosure: Disclosure, state: AcceptanceState): Promise<void> {
    const { mechanismId } = disclosure;
    if (state === 'submitted') {
      const here = await this.people.holders(mechanismId, 'secretariat', ROLE_OF[entry.reporterKind]);
      const office = here.filter(({ role }) => role === 'secretariat');
      await this.outbox.post(this.mail, { id: entry.id, entry, disclosure, state }, idsOf(office), actor);
      if (mechanismId === entry.mechanismId) await this.receipt(actor, entry, state, here);
    } else {
      const writers = await this.recipients(actor, entry, disclosure, state);
      await this.outbox.post(this.mail, { id: entry.id, entry, disclosure, state }, writers, actor);
    }
    await this.hear(actor, entry, disclosure, state);
  }

  /** Who gets the mail of an entry's new state, without the copies. */
  async recipients(
    actor: Actor,
    entry: Entry,
    disclosure: Disclosure,
    state: AcceptanceState,
  ): Promise<string[]> {
    const concerned =
      state === 'submitted'
        ? idsOf(await this.people.holders(disclosure.mechanismId, 'secretariat'))
        : await this.writers(entry, disclosure);
    return recipientsOf(concerned, actor);
  }

  /** Tells all who speak for an entry's reporter that it was handed in, and waits within the delegation. */
  async tellKeptBack(actor: Actor, entry: Entry): Promise<void> {
    const here = await this.people.holders(entry.mechanismId, ROLE_OF[entry.reporterKind]);
    await this.receipt(actor, entry, 'waits', here);
  }

  private async receipt(actor: Actor, entry: Entry, state: ReceiptState, grants: RoleGrant[]): Promise<void> {
    if (entry.reporterKind === 'secretariat') return;
    const people = idsOf(speakersOf(entry, grants));
    await this.outbox.post(this.receipts, { id: entry.id, entry, state }, people, undefined, actor);
  }

  /** Notifies the features that wait for entries, and sends no mail. */
  async hear(actor: Actor, entry: Entry, disclosure: Disclosure, state: EntryNews): Promise<void> {
    for (const listener of this.listeners) await listener(actor, entry, disclosure, state);
  }

  /** A colleague may have submitted what somebody began, and another may have linked it. */
  private async writers(entry: Entry, disclosure: Disclosure): Promise<(string | null | undefined)[]> {
    const where = { entryId: entry.id, number: entry.submittedVersion };
    const version = await this.unitOfWork.read.findOneBy(EntryVersion, where);
    const writers = [entry.authorId, version?.submittedBy, disclosure.linkedBy];
    // None of them may be there any more, or have an account: the answer came through a link.
    const here = await this.people.holders(entry.mechanismId, ROLE_OF[entry.reporterKind]);
    const ids = idsOf(speakersOf(entry, here));
    return writers.some((id) => id && ids.includes(id)) ? writers : ids;
  }
}

const speakersOf = ({ reporterKind, reporter }: Entry, grants: RoleGrant[]) =>
  grants.filter(({ role, subject }) => role === ROLE_OF[reporterKind] && (subject ?? '') === reporter);

const idsOf = (grants: readonly RoleGrant[]) => grants.map(({ accountId }) => accountId);
