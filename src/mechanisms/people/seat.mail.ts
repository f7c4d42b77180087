import { shortNameIn } from '../mechanism/mechanism-name.js';
import { Injectable } from '@nestjs/common';
import { RoleGrant } from '../../accounts/account.entity.js';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { formatDay } from '../../platform/i18n/dates.js';
import { addDays } from '../../platform/i18n/day.js';
import { type TextKey, translator } from '../../platform/i18n/i18n.js';
import type { Letter } from '../../platform/mail/letter.js';
import { MailKind, type Recipient } from '../../platform/mail/mail-kind.js';
import type { MailOrigin } from '../../platform/mail/mail-origin.js';
import type { OutgoingMessage } from '../../platform/mail/message.entity.js';
import { subjectName } from '../mechanism/mechanism.view.js';
import { MechanismsService } from '../mechanism/mechanisms.service.js';

/** A mail to somebody who speaks for a State, about another who does from some day on. The other's own is RoleMail. */
@Injectable()
export abstract class SeatMail extends MailKind<RoleGrant> {
  protected abstract words(next: RoleGrant): { subject: TextKey; paragraphs: TextKey[] };

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

  origin({ mechanismId }: RoleGrant): MailOrigin {
    return { scopes: [mechanismId] };
  }

  async letter(next: RoleGrant, { language }: Recipient): Promise<Letter> {
    const t = translator(language);
    const mechanism = shortNameIn(await this.mechanisms.find(next.mechanismId), language);
    const values = {
      mechanism,
      name: next.account.name,
      email: next.account.email,
      state: subjectName(next, language),
      role: t(`role.${next.role}`),
      from: formatDay(next.fromDay, language),
      until: formatDay(addDays(next.fromDay, -1), language),
    };
    const { subject, paragraphs } = this.words(next);
    return {
      subject: t(subject, values),
      paragraphs: paragraphs.map((key) => t(key, values)),
    };
  }
}
