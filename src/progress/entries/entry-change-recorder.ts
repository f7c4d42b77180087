import { Injectable } from '@nestjs/common';
import { History } from '../../platform/database/history.js';
import type { Actor } from '../../platform/http/actor.js';
import { EntryIndex, type Refresh } from '../board/entry-index.js';
import { EntryNotifications } from './entry-notifications.js';
import type { WholeEntry } from '../access/text-parts.js';
import type { Disclosure, Entry } from './entry.entity.js';
import type { AcceptanceState } from '../acceptance/acceptance-state.js';

interface Values {
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
}

/** What a change of an entry leaves behind: history where it may be read, what is derived, mails. Call inside the unit of work. */
@Injectable()
export class EntryChangeRecorder {
  constructor(
    private readonly history: History,
    private readonly notifications: EntryNotifications,
    private readonly index: EntryIndex,
  ) {}

  /** History for the people of these mechanisms who may read it. */
  async record(
    actor: Actor,
    action: string,
    { id }: Pick<Entry, 'id'>,
    places: readonly Pick<Disclosure, 'mechanismId'>[],
    values: Values = {},
  ): Promise<void> {
    for (const { mechanismId } of places) await this.write(actor, action, id, mechanismId, values);
  }

  /**
   * History of what the reporter alone knows. Its own id is a scope nobody reads by: not a secretariat's, and not null
   * either, which is the installation's and an administrator's to read.
   */
  recordUnseen(actor: Actor, action: string, { id }: Pick<Entry, 'id'>, values: Values = {}): Promise<void> {
    return this.write(actor, action, id, id, values);
  }

  /** See EntryIndex. */
  refresh(entry: Entry, what: Refresh = {}): Promise<void> {
    return this.index.refresh(entry, what);
  }

  /** The same for an entry that is submitted where nothing of it was until now. */
  opened(held: WholeEntry): Promise<void> {
    return this.index.opened(held);
  }

  /** Notifies those concerned of how an entry stands in a mechanism. */
  tell(actor: Actor, entry: Entry, disclosure: Disclosure, state: AcceptanceState): Promise<void> {
    return this.notifications.tell(actor, entry, disclosure, state);
  }

  /** Who gets a mail by that. */
  recipients(actor: Actor, entry: Entry, disclosure: Disclosure, state: AcceptanceState): Promise<string[]> {
    return this.notifications.recipients(actor, entry, disclosure, state);
  }

  /** That a submitted entry is about further items in a mechanism that knows it already: what waits there may be answered. */
  hear(actor: Actor, entry: Entry, disclosure: Disclosure): Promise<void> {
    return this.notifications.hear(actor, entry, disclosure, 'submitted');
  }

  /** That it was taken back from every mechanism. */
  async withdrawn(actor: Actor, entry: Entry): Promise<void> {
    for (const place of entry.disclosures) await this.notifications.hear(actor, entry, place, 'withdrawn');
  }

  private write(actor: Actor, action: string, id: string, scope: string, values: Values): Promise<void> {
    return this.history.record(actor, { action, subjectKind: 'entry', subjectId: id, scope, ...values });
  }
}
