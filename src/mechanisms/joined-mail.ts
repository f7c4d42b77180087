import { Injectable, type OnModuleInit } from '@nestjs/common';
import { RoleGrant } from '../accounts/account.entity.js';
import { AccountMail } from '../accounts/account-mail.js';
import { JOINED_MAIL, PeopleService } from '../accounts/people.service.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { formatDay } from '../platform/i18n/dates.js';
import { translator } from '../platform/i18n/i18n.js';
import { writeLetter } from '../platform/mail/letter.js';
import type { Mail } from '../platform/mail/mail.transport.js';
import type { OutgoingMessage } from '../platform/mail/message.entity.js';
import { Outbox } from '../platform/mail/outbox.js';
import { subjectName } from './mechanism.view.js';
import { MechanismsService } from './mechanisms.service.js';

/** The mail to those who speak for a State or a partner when the secretariat gives somebody else the role too. */
@Injectable()
export class JoinedMail implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly people: PeopleService,
    private readonly accountMail: AccountMail,
    private readonly mechanisms: MechanismsService,
  ) {}

  onModuleInit(): void {
    this.outbox.renders(JOINED_MAIL, (message) => this.render(message));
  }

  private async render(message: OutgoingMessage): Promise<Mail | null> {
    const account = await this.people.find({ id: message.accountId });
    const where = { id: message.subjectId! };
    const joined = await this.unitOfWork.read.findOne(RoleGrant, { where, relations: { account: true } });
    if (!account || !joined) return null;
    const { language } = account;
    const t = translator(language);
    const { shortName: mechanism } = await this.mechanisms.find(joined.mechanismId);
    const values = {
      mechanism,
      name: joined.account.name,
      email: joined.account.email,
      who: subjectName(joined, language),
      from: formatDay(joined.fromDay, language),
    };
    const letter = writeLetter({
      ...this.accountMail.frame(account),
      subject: t('mail.joined.subject', values),
      paragraphs: [t('mail.joined.text', values), t('mail.joined.drafts'), t('mail.joined.wrong')],
    });
    return { to: account.email, ...letter };
  }
}
