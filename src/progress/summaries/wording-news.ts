import { Injectable } from '@nestjs/common';
import { PeopleService } from '../../accounts/people.service.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Actor } from '../../platform/http/actor.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { type Disclosure, type Entry, EntryVersion } from '../entries/entry.entity.js';
import type { EntryWording } from './wording.entity.js';
import type { WordingState } from './wording.workflow.js';

/** Kind of the mails about summaries for documents. */
export const WORDING_MAIL = 'wording';

/** One mail per person, wording and state: a wording that moved on since is not told of. */
export const wordingMailKey = ({ id }: Pick<EntryWording, 'id'>, state: WordingState, accountId: string) =>
  `wording-${state}:${id}:${accountId}`;

/** Tells each side that the other suggested or decided. What the mail says is WordingMail's. Call inside a unit of work. */
@Injectable()
export class WordingNews {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly people: PeopleService,
    private readonly outbox: Outbox,
  ) {}

  /** To those who wrote, submitted or linked the entry. */
  async suggested(actor: Actor, entry: Entry, place: Disclosure, wording: EntryWording): Promise<void> {
    const where = { entryId: entry.id, number: wording.number };
    const version = await this.unitOfWork.read.findOneBy(EntryVersion, where);
    await this.post(actor, wording, [entry.authorId, version?.submittedBy, place.linkedBy]);
  }

  /** To the secretariat of the mechanism it is for. */
  async decided(actor: Actor, wording: EntryWording): Promise<void> {
    const grants = await this.people.holders(wording.mechanismId, 'secretariat');
    await this.post(
      actor,
      wording,
      grants.map(({ accountId }) => accountId),
    );
  }

  private async post(actor: Actor, wording: EntryWording, to: (string | null | undefined)[]): Promise<void> {
    const accounts = [...new Set(to)].filter((id) => typeof id === 'string' && id !== actor.accountId);
    const mails = accounts.map((accountId) => ({
      key: wordingMailKey(wording, wording.state, accountId as string),
      kind: WORDING_MAIL,
      accountId: accountId as string,
      subjectId: wording.id,
    }));
    if (mails.length > 0) await this.outbox.postAll(mails);
  }
}
