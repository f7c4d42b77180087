import { shortNameIn } from '../../mechanisms/mechanism/mechanism-name.js';
import { listed } from '../../platform/i18n/listed.js';
import { Injectable } from '@nestjs/common';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import { formatDay } from '../../platform/i18n/dates.js';
import { translator } from '../../platform/i18n/i18n.js';
import { rendition } from '../../platform/i18n/localized.js';
import { cutTitle } from '../../platform/mail/cut-title.js';
import type { Letter, LetterItem } from '../../platform/mail/letter.js';
import { MailKind, type Recipient } from '../../platform/mail/mail-kind.js';
import type { MailOrigin } from '../../platform/mail/mail-origin.js';
import type { OutgoingMessage } from '../../platform/mail/message.entity.js';
import { AnswerLinksService } from '../answer-links/answer-links.service.js';
import { LetterFiles } from '../letter/letter-files.service.js';
import { invitationWords, reasonLines } from './invitation-words.js';
import type { Round, RoundAddressee } from './round.entity.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { inLanguage } from '../answer-links/in-language.js';
import { reportedBefore } from '../answers/reported-before.js';
import { quickLinks } from '../answers/quick-answers.js';
import { addresseeName } from './round.view.js';
import { ANSWERED_STATES } from './round.workflow.js';
import { RoundQueryService } from './round-query.service.js';

interface Invitation extends Pick<Round, 'id' | 'dueDay'> {
  round: Round;
  /** Those the recipient speaks for that have not finished. */
  waiting: RoundAddressee[];
}

/** Writes to those who speak for an addressee: what is asked, by when, why, and that it is voluntary. */
@Injectable()
abstract class RoundMail extends MailKind<Invitation> {
  protected abstract readonly words: 'ask' | 'day';

  constructor(
    private readonly mechanisms: MechanismsService,
    private readonly rounds: RoundQueryService,
    private readonly links: AnswerLinksService,
    private readonly files: LetterFiles,
    private readonly unitOfWork: UnitOfWork,
  ) {
    super();
  }

  /** Null when the round is closed by now, or the person has nothing to do with it any more. */
  async find(recipient: Recipient, { subjectId }: OutgoingMessage): Promise<Invitation | null> {
    const { round, own } = await this.rounds.find(recipient, subjectId!);
    const waiting = own.filter(({ state }) => !ANSWERED_STATES.includes(state));
    if (round.state !== 'open' || waiting.length === 0) return null;
    return { id: round.id, dueDay: round.dueDay, round, waiting };
  }

  origin({ round }: Invitation): MailOrigin {
    return { scopes: [round.mechanismId] };
  }

  async letter({ round, waiting }: Invitation, recipient: Recipient): Promise<Letter> {
    const { language } = recipient;
    const t = translator(language);
    const mechanism = shortNameIn(await this.mechanisms.find(round.mechanismId), language);
    const title = rendition(round.title, language).text;
    const day = formatDay(round.dueDay, language);
    const names = listed(
      waiting.map((one) => addresseeName(one, language)),
      language,
    );
    const count = await this.rounds.countQuestions(waiting.map(({ id }) => id));
    const entrance = await recipient.entrance();
    const standard = invitationWords(round, { mechanism, names, count }, language);
    // What was sent once is not sent again with every other day.
    const attachments = this.words === 'ask' ? await this.files.attached(round, language) : [];
    const named = attachments.map(({ filename }) => filename);
    return {
      ...(this.words === 'ask'
        ? {
            ...standard,
            paragraphs: [
              ...standard.paragraphs,
              ...(named.length > 0
                ? [t('letterFiles.attached', { files: new Intl.ListFormat(language).format(named) })]
                : []),
            ],
          }
        : {
            subject: t('round.mail.day.subject', { title: cutTitle(title), day }),
            paragraphs: [
              t('round.mail.day.text', { mechanism, names, day, count }),
              ...reasonLines(round, language),
              t('round.mail.voluntary'),
            ],
          }),
      items: await Promise.all(
        waiting.map((addressee) =>
          this.item(addressee, round, recipient, t('round.mail.by', { day, count })),
        ),
      ),
      links: entrance && [entrance],
      attachments,
    };
  }

  private async item(
    addressee: RoundAddressee,
    { id, title: titles, dueDay, mechanismId }: Round,
    { accountId, language }: Recipient,
    detail: string,
  ): Promise<LetterItem> {
    const t = translator(language);
    const title = rendition(titles, language);
    const page = { label: t('round.mail.account'), href: `/rounds/${id}` };
    // The link's secret is in this mail and nowhere else; whoever revoked it goes to the page behind the sign-in.
    const link = await this.links.addressFor(accountId, addressee, dueDay);
    const hasLast = await reportedBefore(this.unitOfWork.read, addressee, mechanismId);
    return {
      title: title.text,
      language: title.fallback ? title.language : undefined,
      detail,
      href: link ? inLanguage(link, language) : page.href,
      action: t('round.mail.answer'),
      button: true,
      links: link ? [...quickLinks(t, link, hasLast), page] : [],
    };
  }
}

/** The invitation to answer. */
@Injectable()
export class RoundAskMail extends RoundMail {
  readonly kind = 'round';
  protected readonly words = 'ask';

  key({ id }: Pick<Invitation, 'id'>, accountId: string): string {
    return `round:${id}:${accountId}`;
  }
}

/** The day has moved. A day that is set, changed and set again is announced once. */
@Injectable()
export class RoundDayMail extends RoundMail {
  readonly kind = 'round-day';
  protected readonly words = 'day';

  key({ id, dueDay }: Pick<Invitation, 'id' | 'dueDay'>, accountId: string): string {
    return `round-day:${id}:${dueDay}:${accountId}`;
  }
}
