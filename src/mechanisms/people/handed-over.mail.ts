import { Injectable } from '@nestjs/common';
import { HANDED_OVER_MAIL } from '../../accounts/seats/role-mails.js';
import type { TextKey } from '../../platform/i18n/i18n.js';
import { SeatMail } from './seat.mail.js';

/** To those whose seat passes to a successor. */
@Injectable()
export class HandedOverMail extends SeatMail {
  readonly kind = HANDED_OVER_MAIL.kind;
  readonly key = HANDED_OVER_MAIL.key;

  protected words() {
    const paragraphs: TextKey[] = ['mail.handOver.text', 'mail.handOver.drafts', 'mail.handOver.thanks'];
    return { subject: 'mail.handOver.subject' as const, paragraphs };
  }
}
