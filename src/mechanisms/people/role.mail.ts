import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Account, RoleGrant } from '../../accounts/account.entity.js';
import { AccountMail } from '../../accounts/account.mail.js';
import { PeopleService } from '../../accounts/people.service.js';
import { Clock } from '../../platform/clock.js';
import { dayIn, formatDay } from '../../platform/i18n/dates.js';
import { translator } from '../../platform/i18n/i18n.js';
import { writeLetter } from '../../platform/mail/letter.js';
import type { Mail } from '../../platform/mail/mail.transport.js';
import type { OutgoingMessage } from '../../platform/mail/message.entity.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { subjectName } from '../mechanism/mechanism.view.js';
import { MechanismsService } from '../mechanism/mechanisms.service.js';
import { hasEnded } from '../mechanism/period.js';

/** The mail a person gets with a new role. */
@Injectable()
export class RoleMail implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly people: PeopleService,
    private readonly accountMail: AccountMail,
    private readonly mechanisms: MechanismsService,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.outbox.renders('role', (message) => this.render(message));
  }

  private async render(message: OutgoingMessage): Promise<Mail | null> {
    const account = await this.people.find({ id: message.accountId });
    const grant = account?.grants.find((one) => one.id === message.subjectId);
    if (!account || !grant) return null;
    const today = dayIn(account.zone, this.clock.now());
    if (hasEnded(grant, today)) return null;
    const mechanism = await this.mechanisms.find(grant.mechanismId);
    const letter = writeLetter({
      ...this.accountMail.frame(account),
      ...words(account, grant, mechanism.shortName, today),
      action: await this.accountMail.entrance(account),
    });
    return { to: account.email, ...letter };
  }
}

function words({ language }: Account, grant: RoleGrant, mechanism: string, today: string) {
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
