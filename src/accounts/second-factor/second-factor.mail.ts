import { Injectable } from '@nestjs/common';
import { formatMoment } from '../../platform/i18n/dates.js';
import { translator } from '../../platform/i18n/i18n.js';
import type { Letter } from '../../platform/mail/letter.js';
import { MailKind, type Recipient } from '../../platform/mail/mail-kind.js';
import type { MailOrigin } from '../../platform/mail/mail-origin.js';
import type { OutgoingMessage } from '../../platform/mail/message.entity.js';
import {
  FACTOR_EVENTS,
  type FactorEvent,
  type FactorNews,
  SECOND_FACTOR_MAIL,
} from './second-factor.mail-key.js';

interface DatedNews extends FactorNews {
  at: Date;
}

/** To the person, whenever the way they sign in changes: whoever did not do it learns of it. */
@Injectable()
export class SecondFactorMail extends MailKind<DatedNews> {
  readonly kind = SECOND_FACTOR_MAIL.kind;
  readonly key = SECOND_FACTOR_MAIL.key;

  async find(_: Recipient, { key, createdAt: at }: OutgoingMessage): Promise<DatedNews | null> {
    const [event, slot] = key.split(':').slice(-2) as [FactorEvent, string];
    return FACTOR_EVENTS.includes(event) ? { id: null, event, slot, at } : null;
  }

  origin(): MailOrigin {
    return { scopes: [] };
  }

  letter({ event, at }: DatedNews, { language, zone }: Recipient): Letter {
    const t = translator(language);
    const when = formatMoment(at, language, zone);
    return {
      subject: t(`mail.secondFactor.${event}.subject`),
      paragraphs: [t(`mail.secondFactor.${event}`, { when }), t(`mail.secondFactor.${wrongIn(event)}`)],
      action: { label: t('mail.secondFactor.action'), href: '/account/second-factor' },
    };
  }
}

/** What to do about it, for whom it was a surprise. */
const wrongIn = (event: FactorEvent) =>
  event === 'attempts' ? 'knowsPassword' : event === 'reset' ? 'resetNotAsked' : 'notYou';
