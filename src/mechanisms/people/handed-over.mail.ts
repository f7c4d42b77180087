import { Injectable } from '@nestjs/common';
import type { RoleGrant } from '../../accounts/account.entity.js';
import { HANDED_OVER_MAIL } from '../../accounts/seats/role-mails.js';
import type { TextKey } from '../../platform/i18n/i18n.js';
import { SeatMail } from './seat.mail.js';

/** To those whose seat passes to a successor. */
@Injectable()
export class HandedOverMail extends SeatMail {
  readonly kind = HANDED_OVER_MAIL.kind;
  readonly key = HANDED_OVER_MAIL.key;

  protected words({ role }: RoleGrant) {
    const passes: TextKey[] =
      role === 'focal-point' ? ['mail.handOver.text', 'mail.handOver.drafts'] : ['mail.handOver.office'];
    const paragraphs = [...passes, 'mail.handOver.thanks' as const];
    return { subject: 'mail.handOver.subject' as const, paragraphs };
  }
}
