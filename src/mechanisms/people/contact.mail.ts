import { shortNameIn } from '../mechanism/mechanism-name.js';
import { Injectable } from '@nestjs/common';
import { ContactNotices } from '../../accounts/seats/contact-notices.service.js';
import type { ContactNotice } from '../../accounts/seats/nomination.entity.js';
import { CONTACT_MAIL } from '../../accounts/seats/role-mails.js';
import { formatMoment } from '../../platform/i18n/dates.js';
import { translator } from '../../platform/i18n/i18n.js';
import type { Letter } from '../../platform/mail/letter.js';
import { MailKind, type Recipient } from '../../platform/mail/mail-kind.js';
import type { MailOrigin } from '../../platform/mail/mail-origin.js';
import type { OutgoingMessage } from '../../platform/mail/message.entity.js';
import { subjectName } from '../mechanism/mechanism.view.js';
import { MechanismsService } from '../mechanism/mechanisms.service.js';

/** To a mechanism's contact, in the mechanism's language: an administrator has let somebody in. */
@Injectable()
export class ContactMail extends MailKind<ContactNotice> {
  readonly kind = CONTACT_MAIL.kind;
  readonly key = CONTACT_MAIL.key;

  constructor(
    private readonly contacts: ContactNotices,
    private readonly mechanisms: MechanismsService,
  ) {
    super();
  }

  find(_: Recipient, { subjectId }: OutgoingMessage): Promise<ContactNotice | null> {
    return this.contacts.find(subjectId!);
  }

  origin({ mechanismId }: ContactNotice, { accountId }: Recipient): MailOrigin {
    return { scopes: [mechanismId], askedBy: accountId };
  }

  async letter(notice: ContactNotice): Promise<Letter> {
    const found = await this.mechanisms.find(notice.mechanismId);
    const { languages, zone } = found;
    const language = languages[0] ?? 'en';
    const mechanism = shortNameIn(found, language);
    const t = translator(language);
    const subject = subjectName(notice, language);
    const name = t(`role.${notice.role}`);
    const values = {
      mechanism,
      by: notice.givenBy,
      email: notice.givenTo,
      role: subject ? `${name} (${subject})` : name,
      until: formatMoment(notice.until, language, zone),
    };
    return {
      to: { name: mechanism, email: notice.contact, language },
      subject: t('mail.contact.subject', values),
      paragraphs: [
        t('mail.contact.text', values),
        t('mail.contact.why', values),
        t('mail.contact.marked', values),
      ],
      action: {
        label: t('mail.contact.action'),
        href: `/seat-notices/${await this.contacts.secretFor(notice.id)}`,
      },
      footer: [t('mail.contact.footer', values)],
    };
  }
}
