import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { RoleGrant } from '../../accounts/account.entity.js';
import { HANDED_OVER_MAIL, JOINED_MAIL } from '../../accounts/role-mails.js';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { dayIn, formatDay } from '../../platform/i18n/dates.js';
import { addDays } from '../../platform/i18n/day.js';
import { type TextKey, translator } from '../../platform/i18n/i18n.js';
import type { Letter } from '../../platform/mail/letter.js';
import { MailKind, type Recipient } from '../../platform/mail/mail-kind.js';
import type { OutgoingMessage } from '../../platform/mail/message.entity.js';
import { subjectName } from '../mechanism/mechanism.view.js';
import { MechanismsService } from '../mechanism/mechanisms.service.js';
import { hasEnded } from '../mechanism/period.js';

/** A mail to somebody who speaks for a State, about another who does from some day on. The other's own is RoleMail. */
@Injectable()
abstract class SeatMail extends MailKind<RoleGrant> {
  protected abstract readonly words: { subject: TextKey; paragraphs: TextKey[] };

  constructor(
    protected readonly unitOfWork: UnitOfWork,
    protected readonly clock: Clock,
    private readonly mechanisms: MechanismsService,
  ) {
    super();
  }

  find(_: Recipient, { subjectId }: OutgoingMessage): Promise<RoleGrant | null> {
    return this.unitOfWork.read.findOne(RoleGrant, {
      where: { id: subjectId! },
      relations: { account: true },
    });
  }

  async letter(next: RoleGrant, { language }: Recipient): Promise<Letter> {
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
    return {
      subject: t(this.words.subject, values),
      paragraphs: this.words.paragraphs.map((key) => t(key, values)),
    };
  }
}

/** To those whose seat passes to a successor. */
@Injectable()
export class HandedOverMail extends SeatMail {
  readonly kind = HANDED_OVER_MAIL.kind;
  readonly key = HANDED_OVER_MAIL.key;
  protected readonly words = {
    subject: 'mail.handOver.subject' as const,
    paragraphs: ['mail.handOver.text', 'mail.handOver.drafts', 'mail.handOver.thanks'] as TextKey[],
  };
}

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
