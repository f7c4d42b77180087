import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { RoleGrant } from '../../accounts/account.entity.js';
import { JOINED_MAIL } from '../../accounts/role-mails.js';
import { dayIn } from '../../platform/i18n/dates.js';
import type { TextKey } from '../../platform/i18n/i18n.js';
import type { Recipient } from '../../platform/mail/mail-kind.js';
import type { OutgoingMessage } from '../../platform/mail/message.entity.js';
import { hasEnded } from '../mechanism/period.js';
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

  /** Null, too, when one of the two speaks for the State no longer. */
  override async find(recipient: Recipient, message: OutgoingMessage): Promise<RoleGrant | null> {
    const next = await super.find(recipient, message);
    if (!next) return null;
    const { mechanismId, role, subject } = next;
    const own = { accountId: recipient.accountId, mechanismId, role, subject: subject ?? IsNull() };
    const seats = await this.unitOfWork.read.findBy(RoleGrant, own);
    const today = dayIn('UTC', this.clock.now());
    return seats.some((seat) => !hasEnded(seat, today)) && !hasEnded(next, today) ? next : null;
  }
}
