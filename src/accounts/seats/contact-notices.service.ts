import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { change } from '../../platform/database/change.js';
import { History } from '../../platform/database/history.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { InvalidError, NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { Outbox } from '../../platform/mail/outbox.js';
import type { Account } from '../account.entity.js';
import { hashSecret, newSecret } from '../secrets.js';
import type { WantedSeat } from './new-grant.js';
import { ContactNotice } from './nomination.entity.js';
import { CONTACT_MAIL } from './role-mails.js';
import { mailboxOf } from './seat-rules.js';

/** For how long a role that an administrator gave is marked, and its contact can answer. */
const TERM_MS = 60 * 86_400_000;

/**
 * Where a mechanism has no secretariat here, nobody of it could see that an administrator gives a role. So its contact
 * outside is written to, and the page of the mechanism says so until the contact has confirmed.
 */
@Injectable()
export class ContactNotices {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly history: History,
    private readonly outbox: Outbox,
  ) {}

  /** Writes to the contact. Throws InvalidError without one, or with an address of one of the two themselves. */
  async announce(
    by: Pick<Actor, 'accountId' | 'name' | 'email'>,
    seat: WantedSeat,
    account: Account,
    contact: string | null,
  ): Promise<void> {
    if (contact === null) throw InvalidError.field('contact', 'error.contactNeeded');
    const own = [account.email, ...(by.email ? [by.email] : [])].map(mailboxOf);
    if (own.includes(mailboxOf(contact))) throw InvalidError.field('contact', 'error.contactOwn');
    const at = this.clock.now();
    const { id, mechanismId, role, subject } = seat;
    const until = new Date(at.getTime() + TERM_MS);
    const given = { givenBy: by.name, givenTo: account.email, role, subject };
    await this.unitOfWork.run((manager) =>
      manager.insert(ContactNotice, { id, mechanismId, contact, at, until, ...given }),
    );
    await this.outbox.post(CONTACT_MAIL, { id }, [by.accountId]);
  }

  /**
   * Those of a mechanism that are shown, the oldest first; confirmed ones too. Whoever gave the role named the contact,
   * and might have named a mailbox of their own.
   */
  shownIn(mechanismId: string): Promise<ContactNotice[]> {
    const where = { mechanismId, until: MoreThan(this.clock.now()) };
    return this.unitOfWork.read.find(ContactNotice, { where, order: { at: 'ASC', id: 'ASC' } });
  }

  find(id: string): Promise<ContactNotice | null> {
    return this.unitOfWork.read.findOneBy(ContactNotice, { id, answeredAt: IsNull() });
  }

  /** Makes the secret for the mail that is being written; one of an earlier attempt opens nothing any more. */
  async secretFor(id: string): Promise<string> {
    const { secret, hash } = newSecret();
    await this.unitOfWork.run((manager) => manager.update(ContactNotice, { id }, { secretHash: hash }));
    return secret;
  }

  /** What a secret opens. Throws NotFoundError for one that is unknown, answered or past its time. */
  async open(secret: string): Promise<ContactNotice> {
    const where = { secretHash: hashSecret(secret), answeredAt: IsNull(), until: MoreThan(this.clock.now()) };
    const notice = await this.unitOfWork.read.findOneBy(ContactNotice, where);
    if (!notice) throw new NotFoundError('link');
    return notice;
  }

  /** Notes what the contact said; the caller ends what was refused. Call inside the unit of work that does. */
  async answer(notice: ContactNotice, action: 'role.contactConfirm' | 'role.contactObject'): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const { id, mechanismId, contact, givenTo: email, role, subject } = notice;
      const answeredAt = this.clock.now();
      // What was refused is no role, and is shown no longer.
      const set = action === 'role.contactObject' ? { answeredAt, until: answeredAt } : { answeredAt };
      await change(manager, ContactNotice, { id, answeredAt: IsNull() }, set);
      const by = { accountId: null, name: contact };
      const subjectKind = 'account';
      const after = { email, role, subject };
      await this.history.record(by, { action, subjectKind, subjectId: id, scope: mechanismId, after });
    });
  }
}
