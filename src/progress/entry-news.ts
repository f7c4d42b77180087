import { Injectable } from '@nestjs/common';
import { PeopleService } from '../accounts/people.service.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { Actor } from '../platform/http/actor.js';
import { Outbox } from '../platform/mail/outbox.js';
import { type Entry, EntryVersion } from './entry.entity.js';

/** Kind of the mails that tell how an entry fares. */
export const ENTRY_MAIL = 'entry';

/** One mail per person, version and state: it is also how a mail knows that its entry has moved on since. */
export const entryMailKey = (
  { id, state, submittedVersion }: Pick<Entry, 'id' | 'state' | 'submittedVersion'>,
  accountId: string,
) => `entry-${state}:${id}:${submittedVersion}:${accountId}`;

/** Tells people about an entry that waits for them or came back. What the mail says is ProgressMail's. */
@Injectable()
export class EntryNews {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly people: PeopleService,
    private readonly outbox: Outbox,
  ) {}

  /** Posts the mails of an entry's new state, if it has any; to everybody but the one who acted. Call inside a unit of work. */
  async tell(actor: Actor, entry: Entry): Promise<void> {
    const concerned = new Set(await this.concerned(entry));
    if (actor.accountId) concerned.delete(actor.accountId);
    const mails = [...concerned].map((accountId) => ({
      key: entryMailKey(entry, accountId),
      kind: ENTRY_MAIL,
      accountId,
      subjectId: entry.id,
    }));
    if (mails.length > 0) await this.outbox.postAll(mails);
  }

  private async concerned({ id, mechanismId, state, authorId, submittedVersion }: Entry): Promise<string[]> {
    if (state === 'submitted') {
      const grants = await this.people.holders(mechanismId, 'secretariat');
      return grants.map(({ accountId }) => accountId);
    }
    if (state !== 'accepted' && state !== 'returned') return [];
    // Who began it may have handed it on to a colleague.
    const where = { entryId: id, number: submittedVersion };
    const version = await this.unitOfWork.read.findOneBy(EntryVersion, where);
    return [authorId, version?.submittedBy].filter((accountId) => typeof accountId === 'string');
  }
}
