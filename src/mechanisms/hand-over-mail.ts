import { Injectable, type OnModuleInit } from '@nestjs/common';
import { RoleGrant } from '../accounts/account.entity.js';
import { AccountMail } from '../accounts/account-mail.js';
import { HANDED_OVER_MAIL } from '../accounts/hand-over.service.js';
import { PeopleService } from '../accounts/people.service.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { formatDay } from '../platform/i18n/dates.js';
import { addDays } from '../platform/i18n/day.js';
import { translator } from '../platform/i18n/i18n.js';
import { writeLetter } from '../platform/mail/letter.js';
import type { Mail } from '../platform/mail/mail.transport.js';
import type { OutgoingMessage } from '../platform/mail/message.entity.js';
import { Outbox } from '../platform/mail/outbox.js';
import { subjectName } from './mechanism.view.js';
import { MechanismsService } from './mechanisms.service.js';

/** The mail to somebody whose role passes to a successor. The successor's own is RoleMail's. */
@Injectable()
export class HandOverMail implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly people: PeopleService,
    private readonly accountMail: AccountMail,
    private readonly mechanisms: MechanismsService,
  ) {}

  onModuleInit(): void {
    this.outbox.renders(HANDED_OVER_MAIL, (message) => this.render(message));
  }

  private async render(message: OutgoingMessage): Promise<Mail | null> {
    const account = await this.people.find({ id: message.accountId });
    const where = { id: message.subjectId! };
    const next = await this.unitOfWork.read.findOne(RoleGrant, { where, relations: { account: true } });
    if (!account || !next) return null;
    const { language } = account;
    const t = translator(language);
    const { shortName: mechanism } = await this.mechanisms.find(next.mechanismId);
    const values = {
      mechanism,
      name: next.account.name,
      state: subjectName(next, language),
      from: formatDay(next.fromDay, language),
      until: formatDay(addDays(next.fromDay, -1), language),
    };
    const letter = writeLetter({
      ...this.accountMail.frame(account),
      subject: t('mail.handOver.subject', values),
      paragraphs: [t('mail.handOver.text', values), t('mail.handOver.drafts'), t('mail.handOver.thanks')],
    });
    return { to: account.email, ...letter };
  }
}
