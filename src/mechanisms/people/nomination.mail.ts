import { shortNameIn } from '../mechanism/mechanism-name.js';
import { Injectable } from '@nestjs/common';
import { Nomination } from '../../accounts/seats/nomination.entity.js';
import { NominationQuery } from '../../accounts/seats/nomination-query.service.js';
import { lastNoticeDay } from '../../accounts/seats/seat-rules.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { formatDay } from '../../platform/i18n/dates.js';
import { type TextKey, translator } from '../../platform/i18n/i18n.js';
import type { Letter, LetterLink } from '../../platform/mail/letter.js';
import { MailKind, type Recipient } from '../../platform/mail/mail-kind.js';
import type { MailOrigin } from '../../platform/mail/mail-origin.js';
import type { OutgoingMessage } from '../../platform/mail/message.entity.js';
import { subjectName } from '../mechanism/mechanism.view.js';
import { MechanismsService } from '../mechanism/mechanisms.service.js';

/** A mail about a seat that is not given yet. */
@Injectable()
export abstract class NominationMail extends MailKind<Nomination> {
  constructor(
    protected readonly unitOfWork: UnitOfWork,
    protected readonly nominations: NominationQuery,
    private readonly mechanisms: MechanismsService,
  ) {
    super();
  }

  protected abstract words(nomination: Nomination): { subject: TextKey; paragraphs: TextKey[] };
  protected abstract action(nomination: Nomination, recipient: Recipient): Promise<LetterLink | undefined>;

  find(_: Recipient, { subjectId }: OutgoingMessage): Promise<Nomination | null> {
    return this.unitOfWork.read.findOne(Nomination, {
      where: { id: subjectId! },
      relations: { account: true },
    });
  }

  origin({ mechanismId, nominatedBy }: Nomination): MailOrigin {
    return { scopes: [mechanismId], askedBy: nominatedBy };
  }

  async letter(nomination: Nomination, recipient: Recipient): Promise<Letter> {
    const { language } = recipient;
    const t = translator(language);
    const found = await this.mechanisms.find(nomination.mechanismId);
    const { zone } = found;
    const mechanism = shortNameIn(found, language);
    const { account, nominatedByName: by, fromDay, holdsFrom, role } = nomination;
    const subject = subjectName(nomination, language);
    const name = t(nomination.deputy ? 'delegation.deputy' : `role.${role}`);
    const values = {
      ...{ mechanism, by, name: account.name, email: account.email },
      role: subject ? `${name} (${subject})` : name,
      from: formatDay(fromDay, language),
      day: holdsFrom ? formatDay(lastNoticeDay(holdsFrom, zone), language) : '',
    };
    const words = this.words(nomination);
    return {
      subject: t(words.subject, values),
      paragraphs: words.paragraphs.map((key) => t(key, values)),
      action: await this.action(nomination, recipient),
    };
  }
}
