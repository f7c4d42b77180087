import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { RoleGrant } from '../../accounts/account.entity.js';
import { isOver } from '../../accounts/seats/seat-period.js';
import { JOINED_MAIL } from '../../accounts/seats/role-mails.js';
import type { TextKey } from '../../platform/i18n/i18n.js';
import type { Recipient } from '../../platform/mail/mail-kind.js';
import type { OutgoingMessage } from '../../platform/mail/message.entity.js';
import { SeatMail } from './seat.mail.js';

const OFFICE: TextKey[] = ['mail.joined.office.text', 'mail.joined.office.wrong'];

/** To those who get a colleague. */
@Injectable()
export class JoinedMail extends SeatMail {
  readonly kind = JOINED_MAIL.kind;
  readonly key = JOINED_MAIL.key;

  protected words({ role }: RoleGrant) {
    if (role === 'secretariat') return { subject: 'mail.joined.office.subject' as const, paragraphs: OFFICE };
    const paragraphs: TextKey[] = ['mail.joined.text', 'mail.joined.drafts', 'mail.joined.wrong'];
    return { subject: 'mail.joined.subject' as const, paragraphs };
  }

  /** Null, too, when one of the two speaks for the State no longer. */
  override async find(recipient: Recipient, message: OutgoingMessage): Promise<RoleGrant | null> {
    const next = await super.find(recipient, message);
    if (!next) return null;
    const { mechanismId, role, subject } = next;
    const own = { accountId: recipient.accountId, mechanismId, role, subject: subject ?? IsNull() };
    const seats = await this.unitOfWork.read.findBy(RoleGrant, own);
    const now = this.clock.now();
    return seats.some((seat) => !isOver(seat, now)) && !isOver(next, now) ? next : null;
  }
}
