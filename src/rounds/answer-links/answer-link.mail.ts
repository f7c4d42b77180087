import { Injectable } from '@nestjs/common';
import { PeopleService } from '../../accounts/people.service.js';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import { formatDay, formatMoment } from '../../platform/i18n/dates.js';
import { LANGUAGES, translator } from '../../platform/i18n/i18n.js';
import { rendition } from '../../platform/i18n/localized.js';
import { writeLetter } from '../../platform/mail/letter.js';
import type { Mail } from '../../platform/mail/mail.transport.js';
import type { OutgoingMessage } from '../../platform/mail/message.entity.js';
import { AnswerLinks } from './answer-links.service.js';
import { addresseeName } from '../round/round.view.js';

/** Writes to a colleague who was given a link, in the language chosen for them. */
@Injectable()
export class AnsweringMail {
  constructor(
    private readonly links: AnswerLinks,
    private readonly people: PeopleService,
    private readonly mechanisms: MechanismsService,
  ) {}

  /** Null when the link opens nothing by now. */
  async write({ subjectId, accountId, key }: OutgoingMessage): Promise<Mail | null> {
    const opened = await this.links.toMail(subjectId!);
    const giver = await this.people.find({ id: accountId });
    if (!opened?.link.email || !giver) return null;
    const language = LANGUAGES.find((code) => key.endsWith(`:${code}`)) ?? 'en';
    const t = translator(language);
    const { link, addressee } = opened;
    const { round } = addressee;
    const mechanism = await this.mechanisms.find(round.mechanismId);
    const values = {
      giver: giver.name,
      who: addresseeName(addressee, language),
      mechanism: mechanism.shortName,
      title: rendition(round.title, language).text,
      day: formatDay(round.dueDay, language),
    };
    const letter = writeLetter({
      language,
      subject: t('answering.mail.subject', values),
      greeting: t('mail.greeting', { name: link.name ?? '' }),
      paragraphs: [t('answering.mail.text', values), t('round.mail.voluntary')],
      action: { label: t('answering.mail.open'), href: this.links.addressOf(link.id) },
      footer: [
        t('answering.mail.footer', {
          giver: giver.name,
          until: formatMoment(link.expiresAt, language, giver.zone),
        }),
      ],
    });
    return { to: link.email!, ...letter, headers: { 'Auto-Submitted': 'auto-generated' } };
  }
}
