import { shortNameIn } from '../../mechanisms/mechanism/mechanism-name.js';
import { Injectable } from '@nestjs/common';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { translator } from '../../platform/i18n/i18n.js';
import { rendition } from '../../platform/i18n/localized.js';
import { cutTitle } from '../../platform/mail/cut-title.js';
import type { Letter } from '../../platform/mail/letter.js';
import { MailKind, type Recipient } from '../../platform/mail/mail-kind.js';
import type { MailOrigin } from '../../platform/mail/mail-origin.js';
import type { OutgoingMessage } from '../../platform/mail/message.entity.js';
import { addresseeName } from '../round/round.view.js';
import { RoundQueryService } from '../round/round-query.service.js';
import { AnswerLink } from './answer-link.entity.js';

/** `ready`: a colleague has written what they can. `declined`: it was said that the delegation prefers not to report. */
export type LinkNews = 'ready' | 'declined';

interface LinkNotice {
  /** The link's. */
  id: string;
  news: LinkNews;
  /** When it was said: each time is another mail. */
  at: string;
  link: AnswerLink;
}

/** Tells a delegation's own people what somebody did through a link: to hand it in, or to take it back, is theirs. */
@Injectable()
export class LinkNoticeMail extends MailKind<LinkNotice> {
  readonly kind = 'answer-link-notice';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rounds: RoundQueryService,
    private readonly mechanisms: MechanismsService,
  ) {
    super();
  }

  key({ id, news, at }: Pick<LinkNotice, 'id' | 'news' | 'at'>, accountId: string): string {
    return `answer-link-${news}:${id}:${at}:${accountId}`;
  }

  /** Null when the recipient speaks for the addressee no more, or it is no longer so. */
  async find(recipient: Recipient, { subjectId, key }: OutgoingMessage): Promise<LinkNotice | null> {
    const link = await this.unitOfWork.read.findOneBy(AnswerLink, { id: subjectId! });
    if (!link) return null;
    const addressee = await this.rounds.ownAddressee(recipient, link.roundId, link.addresseeId);
    const [kind, , ...rest] = key.split(':');
    const news: LinkNews = kind === 'answer-link-ready' ? 'ready' : 'declined';
    const isSo = news === 'declined' ? addressee.state === 'declined' : addressee.state === 'drafting';
    if (addressee.round.state !== 'open' || !isSo) return null;
    return { id: link.id, news, at: rest.slice(0, -1).join(':'), link: Object.assign(link, { addressee }) };
  }

  /** Within the delegation: what it has not handed in is nobody else's to hear of. */
  origin({ link: { addressee } }: LinkNotice): MailOrigin {
    const { kind, subject, round } = addressee;
    const role = kind === 'state' ? 'focal-point' : 'partner';
    return { scopes: [round.mechanismId], within: { role, subject } };
  }

  async letter({ news, link }: LinkNotice, { language }: Recipient): Promise<Letter> {
    const t = translator(language);
    const { addressee } = link;
    const { round } = addressee;
    const mechanism = await this.mechanisms.find(round.mechanismId);
    const title = rendition(round.title, language);
    const values = {
      name: link.name ?? t('answering.somebody'),
      who: addresseeName(addressee, language),
      mechanism: shortNameIn(mechanism, language),
      title: title.text,
    };
    return {
      subject: t(`answering.notice.${news}.subject`, { ...values, title: cutTitle(title.text) }),
      paragraphs: [t(`answering.notice.${news}.text`, values)],
      items: [
        {
          title: title.text,
          language: title.fallback ? title.language : undefined,
          detail: shortNameIn(mechanism, language),
          href: `/rounds/${round.id}/addressees/${addressee.id}/answers`,
          action: t('round.mail.open'),
        },
      ],
    };
  }
}
