import { shortNameIn } from '../mechanism/mechanism-name.js';
import { Injectable } from '@nestjs/common';
import { RoleGrant } from '../../accounts/account.entity.js';
import { ENDED_MAIL } from '../../accounts/seats/role-mails.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { formatDay } from '../../platform/i18n/dates.js';
import { translator } from '../../platform/i18n/i18n.js';
import type { Letter } from '../../platform/mail/letter.js';
import { MailKind, type Recipient } from '../../platform/mail/mail-kind.js';
import type { MailOrigin } from '../../platform/mail/mail-origin.js';
import type { OutgoingMessage } from '../../platform/mail/message.entity.js';
import { subjectName } from '../mechanism/mechanism.view.js';
import { MechanismsService } from '../mechanism/mechanisms.service.js';

/** To whose role was ended, and to those they held it with. */
@Injectable()
export class EndedMail extends MailKind<RoleGrant> {
  readonly kind = ENDED_MAIL.kind;
  readonly key = ENDED_MAIL.key;

  constructor(
    private readonly unitOfWork: UnitOfWork,
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

  async letter(grant: RoleGrant, { language, accountId }: Recipient): Promise<Letter> {
    const t = translator(language);
    const mechanism = shortNameIn(await this.mechanisms.find(grant.mechanismId), language);
    const subject = subjectName(grant, language);
    const name = t(grant.deputy ? 'delegation.deputy' : `role.${grant.role}`);
    const whose = grant.accountId === accountId ? 'own' : 'colleague';
    const when = grant.endedAt ? 'now' : 'day';
    const values = {
      mechanism,
      ...{ name: grant.account.name, email: grant.account.email },
      role: subject ? `${name} (${subject})` : name,
      until: grant.untilDay ? formatDay(grant.untilDay, language) : '',
    };
    return {
      subject: t(`mail.ended.${whose}.subject`, values),
      paragraphs: [
        t(`mail.ended.${whose}.${when}`, values),
        t(`mail.ended.${whose}.stays`, values),
        t('mail.ended.wrong', values),
      ],
    };
  }
}
