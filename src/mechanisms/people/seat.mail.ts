import { Injectable, type OnModuleInit } from '@nestjs/common';
import { RoleGrant } from '../../accounts/account.entity.js';
import { AccountMail } from '../../accounts/account.mail.js';
import { HANDED_OVER_MAIL } from '../../accounts/hand-over.service.js';
import { JOINED_MAIL, PeopleService } from '../../accounts/people.service.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { formatDay } from '../../platform/i18n/dates.js';
import { addDays } from '../../platform/i18n/day.js';
import { type TextKey, translator } from '../../platform/i18n/i18n.js';
import { writeLetter } from '../../platform/mail/letter.js';
import type { Mail } from '../../platform/mail/mail.transport.js';
import type { OutgoingMessage } from '../../platform/mail/message.entity.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { subjectName } from '../mechanism/mechanism.view.js';
import { MechanismsService } from '../mechanism/mechanisms.service.js';

/** The mails to those whose seat passes to a successor, or who get a colleague. The newcomer's own is RoleMail's. */
@Injectable()
export class SeatMail implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly people: PeopleService,
    private readonly accountMail: AccountMail,
    private readonly mechanisms: MechanismsService,
  ) {}

  onModuleInit(): void {
    for (const [kind, keys] of Object.entries(WORDS))
      this.outbox.renders(kind, (message) => this.render(message, keys));
  }

  private async render(message: OutgoingMessage, { subject, paragraphs }: Words): Promise<Mail | null> {
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
      email: next.account.email,
      state: subjectName(next, language),
      from: formatDay(next.fromDay, language),
      until: formatDay(addDays(next.fromDay, -1), language),
    };
    const letter = writeLetter({
      ...this.accountMail.frame(account),
      subject: t(subject, values),
      paragraphs: paragraphs.map((key) => t(key, values)),
    });
    return { to: account.email, ...letter };
  }
}

interface Words {
  subject: TextKey;
  paragraphs: TextKey[];
}

const WORDS: Record<string, Words> = {
  [HANDED_OVER_MAIL]: {
    subject: 'mail.handOver.subject',
    paragraphs: ['mail.handOver.text', 'mail.handOver.drafts', 'mail.handOver.thanks'],
  },
  [JOINED_MAIL]: {
    subject: 'mail.joined.subject',
    paragraphs: ['mail.joined.text', 'mail.joined.drafts', 'mail.joined.wrong'],
  },
};
