import { Injectable } from '@nestjs/common';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { formatDay } from '../../platform/i18n/dates.js';
import { translator } from '../../platform/i18n/i18n.js';
import { cutTitle } from '../../platform/mail/cut-title.js';
import type { Letter } from '../../platform/mail/letter.js';
import { MailKind, type Recipient } from '../../platform/mail/mail-kind.js';
import type { MailOrigin } from '../../platform/mail/mail-origin.js';
import type { OutgoingMessage } from '../../platform/mail/message.entity.js';
import { sightOf } from '../submissions/submission.access.js';
import { Submission } from '../submissions/submission.entity.js';

type Circulated = Pick<Submission, 'id' | 'mechanismId' | 'language' | 'title' | 'answerBy' | 'circulatedAt'>;

/** Tells the chair and the focal points that a submission is there to read, and by when they may comment. */
@Injectable()
export class CirculatedMail extends MailKind<Circulated> {
  readonly kind = 'circulated';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly mechanisms: MechanismsService,
  ) {
    super();
  }

  /** One mail for each circulation: a text that was taken back and changed is announced again. */
  key({ id, circulatedAt }: Pick<Circulated, 'id' | 'circulatedAt'>, accountId: string): string {
    return `circulated:${id}:${circulatedAt?.getTime()}:${accountId}`;
  }

  /** Null when it is taken back or settled by now, or no longer the person's to read. */
  async find(recipient: Recipient, { subjectId }: OutgoingMessage): Promise<Circulated | null> {
    const submission = await this.unitOfWork.read.findOneBy(Submission, { id: subjectId! });
    if (submission?.state !== 'circulated') return null;
    sightOf(recipient, submission, false);
    return submission;
  }

  origin({ mechanismId }: Circulated): MailOrigin {
    return { scopes: [mechanismId] };
  }

  async letter(
    { id, mechanismId, title, language: of, answerBy }: Circulated,
    recipient: Recipient,
  ): Promise<Letter> {
    const { language } = recipient;
    const t = translator(language);
    const { shortName: mechanism } = await this.mechanisms.find(mechanismId);
    const day = answerBy && formatDay(answerBy, language);
    const entrance = await recipient.entrance();
    return {
      subject: day
        ? t('circulation.mail.subjectBy', { title: cutTitle(title), day })
        : t('circulation.mail.subject', { title: cutTitle(title) }),
      paragraphs: [
        t('circulation.mail.text', { mechanism }),
        day ? t('circulation.mail.by', { day }) : t('circulation.mail.anyTime'),
        t('circulation.apart'),
      ],
      items: [
        {
          title,
          language: of === language ? undefined : of,
          href: `/submissions/${id}`,
          action: t('circulation.mail.open'),
          button: true,
        },
      ],
      links: entrance && [entrance],
    };
  }
}
