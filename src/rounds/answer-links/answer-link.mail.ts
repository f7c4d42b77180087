import { shortNameIn } from '../../mechanisms/mechanism/mechanism-name.js';
import { Injectable } from '@nestjs/common';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import { formatDay, formatMoment } from '../../platform/i18n/dates.js';
import { isLanguage, translator } from '../../platform/i18n/i18n.js';
import { rendition } from '../../platform/i18n/localized.js';
import type { Letter } from '../../platform/mail/letter.js';
import { MailKind, type Recipient } from '../../platform/mail/mail-kind.js';
import type { MailOrigin } from '../../platform/mail/mail-origin.js';
import type { OutgoingMessage } from '../../platform/mail/message.entity.js';
import { AnswerLinksService, type OpenedLink } from './answer-links.service.js';
import { inLanguage } from './in-language.js';
import { AnswerTokens } from './answer-tokens.service.js';
import { addresseeName } from '../round/round.view.js';

interface GivenLink {
  /** The link's. */
  id: string;
  language: string;
  opened: OpenedLink;
}

/** Writes to a colleague who was given a link, in the language chosen for them. The recipient is who gave it. */
@Injectable()
export class AnsweringMail extends MailKind<GivenLink> {
  readonly kind = 'answer-link';

  constructor(
    private readonly links: AnswerLinksService,
    private readonly tokens: AnswerTokens,
    private readonly mechanisms: MechanismsService,
  ) {
    super();
  }

  /** The language stands in the key: the row of a mail has no other place for it. */
  key({ id, language }: Pick<GivenLink, 'id' | 'language'>): string {
    return `answer-link:${id}:${language}`;
  }

  /** Null when the link opens nothing by now. */
  async find(_: Recipient, { subjectId, key }: OutgoingMessage): Promise<GivenLink | null> {
    const opened = await this.links.stillOpen(subjectId!);
    if (!opened?.link.email) return null;
    return { id: opened.link.id, language: key.split(':').at(-1)!, opened };
  }

  origin({ opened }: GivenLink, { accountId }: Recipient): MailOrigin {
    return { scopes: [opened.addressee.round.mechanismId], askedBy: accountId };
  }

  async letter({ opened, ...chosen }: GivenLink, giver: Recipient): Promise<Letter> {
    const language = isLanguage(chosen.language) ? chosen.language : 'en';
    const t = translator(language);
    const { link, addressee } = opened;
    const { round } = addressee;
    const mechanism = await this.mechanisms.find(round.mechanismId);
    const values = {
      giver: giver.name,
      who: addresseeName(addressee, language),
      mechanism: shortNameIn(mechanism, language),
      title: rendition(round.title, language).text,
      day: formatDay(round.dueDay, language),
    };
    return {
      to: { name: link.name ?? '', email: link.email!, language },
      subject: t('answering.mail.subject', values),
      paragraphs: [t('answering.mail.text', values), t('round.mail.voluntary')],
      action: { label: t('round.mail.answer'), href: inLanguage(await this.tokens.mint(link), language) },
      footer: [
        t('answering.mail.footer', {
          giver: giver.name,
          until: formatMoment(link.expiresAt, language, giver.zone),
        }),
      ],
    };
  }
}
