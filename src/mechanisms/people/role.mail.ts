import { shortNameIn } from '../mechanism/mechanism-name.js';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Account, RoleGrant } from '../../accounts/account.entity.js';
import { colleaguesOf } from '../../accounts/seats/circles.js';
import { ROLE_MAIL } from '../../accounts/seats/role-mails.js';
import { isOver } from '../../accounts/seats/seat-period.js';
import { hasDelegation } from '../../accounts/seats/seat-rules.js';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { dayIn, formatDay } from '../../platform/i18n/dates.js';
import { translator } from '../../platform/i18n/i18n.js';
import { listed } from '../../platform/i18n/listed.js';
import type { Letter } from '../../platform/mail/letter.js';
import { MailKind, type Recipient } from '../../platform/mail/mail-kind.js';
import type { MailOrigin } from '../../platform/mail/mail-origin.js';
import type { OutgoingMessage } from '../../platform/mail/message.entity.js';
import { subjectName } from '../mechanism/mechanism.view.js';
import { MechanismsService } from '../mechanism/mechanisms.service.js';

/** The mail a person gets with a new role. */
@Injectable()
export class RoleMail extends MailKind<RoleGrant> {
  readonly kind = ROLE_MAIL.kind;
  readonly key = ROLE_MAIL.key;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly mechanisms: MechanismsService,
  ) {
    super();
  }

  /** Null when the role has ended. */
  async find(recipient: Recipient, { subjectId }: OutgoingMessage): Promise<RoleGrant | null> {
    const where = { id: subjectId!, accountId: recipient.accountId };
    const grant = await this.unitOfWork.read.findOneBy(RoleGrant, where);
    return grant && !isOver(grant, this.clock.now()) ? grant : null;
  }

  origin({ mechanismId }: RoleGrant): MailOrigin {
    return { scopes: [mechanismId] };
  }

  async letter(grant: RoleGrant, recipient: Recipient): Promise<Letter> {
    const { language } = recipient;
    const mechanism = await this.mechanisms.find(grant.mechanismId);
    const today = dayIn(mechanism.zone, this.clock.now());
    const { subject, paragraphs } = words(language, grant, shortNameIn(mechanism, language), today);
    return {
      subject,
      paragraphs: [...paragraphs, ...(await this.beside(grant, language))],
      action: (await recipient.entrance()) ?? { label: translator(language)('mail.open'), href: '/' },
    };
  }

  /** Who else reads what is written for the same State or organization. */
  private async beside(grant: RoleGrant, language: string): Promise<string[]> {
    if (!hasDelegation(grant.role)) return [];
    const ids = await colleaguesOf(this.unitOfWork.read, grant, this.clock.now());
    const others = ids.filter((id) => id !== grant.accountId);
    if (others.length === 0) return [];
    const accounts = await this.unitOfWork.read.findBy(Account, { id: In(others) });
    const names = listed(accounts.map(({ name }) => name).sort(), language);
    const t = translator(language);
    const subject = subjectName(grant, language);
    return [t('mail.role.beside', { names, subject }), t('mail.joined.wrong')];
  }
}

function words(language: string, grant: RoleGrant, mechanism: string, today: string) {
  const t = translator(language);
  const { role, fromDay, untilDay } = grant;
  const subject = subjectName(grant, language);
  const from = formatDay(fromDay, language);
  const opening =
    fromDay > today
      ? {
          subject: t('mail.role.later', { mechanism, from }),
          first: t('mail.role.later.as', {
            mechanism,
            from,
            role: subject ? `${t(`role.${role}`)} (${subject})` : t(`role.${role}`),
          }),
        }
      : {
          subject: t(`mail.role.now.${role}`, { mechanism, subject }),
          first: `${t(`mail.role.now.${role}`, { mechanism, subject })}.`,
        };
  return {
    subject: opening.subject,
    paragraphs: [
      opening.first,
      t(`mail.role.can.${role}`, { subject }),
      ...(untilDay ? [t('mail.role.until', { until: formatDay(untilDay, language) })] : []),
      t('mail.role.voluntary'),
    ],
  };
}
