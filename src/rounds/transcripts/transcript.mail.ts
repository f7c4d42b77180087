import { shortNameIn } from '../../mechanisms/mechanism/mechanism-name.js';
import { Injectable } from '@nestjs/common';
import { can } from '../../accounts/roles.js';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { formatDay } from '../../platform/i18n/dates.js';
import { translator } from '../../platform/i18n/i18n.js';
import { rendition } from '../../platform/i18n/localized.js';
import { cutTitle } from '../../platform/mail/cut-title.js';
import type { Letter } from '../../platform/mail/letter.js';
import { MailKind, type Recipient } from '../../platform/mail/mail-kind.js';
import type { MailOrigin } from '../../platform/mail/mail-origin.js';
import type { OutgoingMessage } from '../../platform/mail/message.entity.js';
import { AnswerLinksService } from '../answer-links/answer-links.service.js';
import type { RoundAddressee } from '../round/round.entity.js';
import { addresseeName } from '../round/round.view.js';
import { RoundQueryService } from '../round/round-query.service.js';
import { Transcript } from './transcript.entity.js';

interface TranscriptNews {
  id: string;
  transcript: Transcript;
  addressee: RoundAddressee;
}

/**
 * Asks a delegation's people to confirm what was typed for it, and tells who typed it that it was refused. It says
 * nothing of the words, since mails are passed on.
 */
@Injectable()
export class TranscriptMail extends MailKind<TranscriptNews> {
  readonly kind = 'transcript';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rounds: RoundQueryService,
    private readonly links: AnswerLinksService,
    private readonly mechanisms: MechanismsService,
  ) {
    super();
  }

  key({ id, transcript }: TranscriptNews, accountId: string): string {
    return `transcript-${transcript.state}:${id}:${accountId}`;
  }

  /** While it waits, for who speaks for the delegation; refused, for the secretariat. */
  async find(recipient: Recipient, { subjectId }: OutgoingMessage): Promise<TranscriptNews | null> {
    const transcript = await this.unitOfWork.read.findOne(Transcript, {
      where: { id: subjectId! },
      relations: { addressee: { round: true } },
    });
    if (!transcript) return null;
    const { id, addressee } = transcript;
    const { round } = addressee;
    if (transcript.state === 'waiting') {
      // Confirmed by a colleague meanwhile, it may be in clearance.
      if (round.state !== 'open' || transcript.decidedAt) return null;
      await this.rounds.ownAddressee(recipient, round.id, addressee.id);
    } else if (!can(recipient, 'rounds.manage', round.mechanismId)) return null;
    return { id, transcript, addressee };
  }

  origin({ addressee, transcript }: TranscriptNews): MailOrigin {
    const askedBy = transcript.state === 'waiting' ? (transcript.enteredBy ?? undefined) : undefined;
    return { scopes: [addressee.round.mechanismId], askedBy };
  }

  async letter({ transcript, addressee }: TranscriptNews, recipient: Recipient): Promise<Letter> {
    const { language, accountId } = recipient;
    const t = translator(language);
    const { round } = addressee;
    const mechanism = shortNameIn(await this.mechanisms.find(round.mechanismId), language);
    const title = rendition(round.title, language);
    const waits = transcript.state === 'waiting';
    const words = waits ? ('ask' as const) : ('refused' as const);
    const page = `/rounds/${round.id}/addressees/${addressee.id}`;
    // Once everything else was handed in, a link shows that and no more.
    const opens = waits && addressee.state !== 'submitted';
    const link = opens ? await this.links.addressFor(accountId, addressee, round.dueDay) : null;
    const values = {
      name: transcript.enteredName,
      who: addresseeName(addressee, language),
      mechanism,
      title: title.text,
      day: formatDay(transcript.receivedDay, language),
      way: t(`transcript.way.${transcript.way}`),
    };
    return {
      subject: t(`transcript.mail.${words}.subject`, { ...values, title: cutTitle(title.text) }),
      paragraphs: [t(`transcript.mail.${words}.text`, values)],
      items: [
        {
          title: title.text,
          language: title.fallback ? title.language : undefined,
          detail: mechanism,
          href: link ? `${link}/transcript` : waits ? `${page}/answers/transcript` : page,
          action: t(waits ? 'transcript.mail.look' : 'round.mail.open'),
          button: true,
        },
      ],
    };
  }
}
