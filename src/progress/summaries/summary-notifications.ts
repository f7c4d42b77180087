import { Injectable } from '@nestjs/common';
import { PeopleService } from '../../accounts/people.service.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Actor } from '../../platform/http/actor.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { type Disclosure, type Entry, EntryVersion } from '../entries/entry.entity.js';
import type { EntrySummary } from './summary.entity.js';
import { SummaryMail } from './summary.mail.js';

/** Tells each side that the other suggested or decided. What the mail says is SummaryMail's. Call inside a unit of work. */
@Injectable()
export class SummaryNotifications {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly people: PeopleService,
    private readonly outbox: Outbox,
    private readonly mail: SummaryMail,
  ) {}

  /** To those who wrote, submitted or linked the entry. */
  async suggested(actor: Actor, entry: Entry, disclosure: Disclosure, wording: EntrySummary): Promise<void> {
    const where = { entryId: entry.id, number: wording.number };
    const version = await this.unitOfWork.read.findOneBy(EntryVersion, where);
    const writers = [entry.authorId, version?.submittedBy, disclosure.linkedBy];
    await this.outbox.post(this.mail, wording, writers, actor);
  }

  /** To the secretariat of the mechanism it is for. */
  async decided(actor: Actor, wording: EntrySummary): Promise<void> {
    const grants = await this.people.holders(wording.mechanismId, 'secretariat');
    const office = grants.map(({ accountId }) => accountId);
    await this.outbox.post(this.mail, wording, office, actor);
  }
}
