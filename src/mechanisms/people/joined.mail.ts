import { Injectable } from '@nestjs/common';
import { JOINED_MAIL } from '../../accounts/role-mails.js';
import type { TextKey } from '../../platform/i18n/i18n.js';
import { SeatMail } from './seat.mail.js';

/** To those who get a colleague. */
@Injectable()
export class JoinedMail extends SeatMail {
  readonly kind = JOINED_MAIL.kind;
  readonly key = JOINED_MAIL.key;
  protected readonly words = {
    subject: 'mail.joined.subject' as const,
    paragraphs: ['mail.joined.text', 'mail.joined.drafts', 'mail.joined.wrong'] as TextKey[],
  };
}
