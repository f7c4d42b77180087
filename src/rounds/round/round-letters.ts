import { Inject, Injectable } from '@nestjs/common';
import type { Account } from '../../accounts/account.entity.js';
import { AccountMail } from '../../accounts/account.mail.js';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { formatDay } from '../../platform/i18n/dates.js';
import { translator } from '../../platform/i18n/i18n.js';
import { rendition } from '../../platform/i18n/localized.js';
import type { Letter } from '../../platform/mail/letter.js';
import type { Round, RoundAddressee } from './round.entity.js';
import { addresseeName } from './round.view.js';
import { AnswerLinks } from '../answer-links/answer-links.service.js';
import { RoundsReader } from './rounds-reader.js';

const SUBJECT_TITLE = 70;

/** The words of a round's mails. */
@Injectable()
export class RoundLetters {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly accountMail: AccountMail,
    private readonly mechanisms: MechanismsService,
    private readonly reader: RoundsReader,
    private readonly links: AnswerLinks,
  ) {}

  async of(
    account: Account,
    round: Round,
    addressees: RoundAddressee[],
    kind: 'ask' | 'day',
  ): Promise<Letter> {
    const { language } = account;
    const t = translator(language);
    const mechanism = await this.mechanisms.find(round.mechanismId);
    const title = rendition(round.title, language);
    const reason = round.reason && rendition(round.reason, language);
    const day = formatDay(round.dueDay, language);
    const names = new Intl.ListFormat(language).format(addressees.map((one) => addresseeName(one, language)));
    const counts = await this.reader.countQuestions(addressees.map(({ id }) => id));
    const values = { mechanism: mechanism.shortName, names, day, count: counts };
    return {
      ...this.accountMail.frame(account),
      subject: t(`round.mail.${kind}.subject`, { title: cut(title.text), day }),
      paragraphs: [
        t(`round.mail.${kind}.text`, values),
        ...(reason ? [t('round.mail.reason', { reason: reason.text })] : []),
        t('round.mail.voluntary'),
      ],
      items: await Promise.all(
        addressees.map(async (addressee) => {
          const own = `${this.config.publicUrl}/rounds/${round.id}`;
          // The link's secret is in this mail and nowhere else; who revoked it is led to the page behind the sign-in.
          const href = await this.links.addressFor(account.id, addressee, round.dueDay);
          return {
            title: title.text,
            language: title.fallback ? title.language : undefined,
            detail: t('round.mail.by', { day, count: counts }),
            href: href ?? own,
            action: t(href ? 'answering.mail.open' : 'round.mail.open'),
            links: href ? [{ label: t('round.mail.open'), href: own }] : [],
          };
        }),
      ),
      action: account.passwordHash ? undefined : await this.accountMail.entrance(account),
    };
  }
}

const cut = (text: string) =>
  text.length > SUBJECT_TITLE ? `${text.slice(0, SUBJECT_TITLE - 1).trimEnd()}…` : text;
