import { Injectable } from '@nestjs/common';
import type { Nomination } from '../../accounts/seats/nomination.entity.js';
import { NOMINATED_MAIL } from '../../accounts/seats/role-mails.js';
import type { TextKey } from '../../platform/i18n/i18n.js';
import type { Recipient } from '../../platform/mail/mail-kind.js';
import type { OutgoingMessage } from '../../platform/mail/message.entity.js';
import { NominationMail } from './nomination.mail.js';

/** To who is to get a seat once others agree. */
@Injectable()
export class NominatedMail extends NominationMail {
  readonly kind = NOMINATED_MAIL.kind;
  readonly key = NOMINATED_MAIL.key;

  /** Null once it is decided: another mail says how. */
  override async find(recipient: Recipient, message: OutgoingMessage): Promise<Nomination | null> {
    const nomination = await super.find(recipient, message);
    return nomination?.state === 'waiting' ? nomination : null;
  }

  protected words({ stage }: Nomination) {
    const paragraphs: TextKey[] = ['mail.nominated.text', `mail.nominated.${stage}`, 'mail.role.voluntary'];
    return { subject: 'mail.nominated.subject' as const, paragraphs };
  }

  protected action(_: Nomination, recipient: Recipient) {
    return recipient.entrance();
  }
}
