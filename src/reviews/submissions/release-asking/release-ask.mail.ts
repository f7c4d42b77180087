import { Injectable } from '@nestjs/common';
import { PeopleService } from '../../../accounts/people.service.js';
import { voicesIn } from '../../../accounts/roles.js';
import { MechanismsService } from '../../../mechanisms/mechanism/mechanisms.service.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { translator } from '../../../platform/i18n/i18n.js';
import { rendition } from '../../../platform/i18n/localized.js';
import type { Letter, LetterItem } from '../../../platform/mail/letter.js';
import { MailKind, type Recipient } from '../../../platform/mail/mail-kind.js';
import type { MailOrigin } from '../../../platform/mail/mail-origin.js';
import type { OutgoingMessage } from '../../../platform/mail/message.entity.js';
import { type DecisionPlace, WhereDecided } from '../../../progress/release/where-decided.js';
import { UnreleasedEntriesService } from '../../../progress/release/unreleased-entries.service.js';
import { periodOf } from '../period-of.js';
import { Submission } from '../submission.entity.js';

interface ReleaseAsk {
  /** The submission's. The mail does not name it: nobody else learns of a draft. */
  id: string;
  day: string;
  mechanismId: string;
  /** Of the reader's delegation, what is not released; found when it is sent. */
  entryIds?: string[];
  /** Account of who asks. */
  askedBy?: string | null;
}

/** Asks a delegation's people whether documents may use what was accepted of it. Nothing that it says is in the mail. */
@Injectable()
export class ReleaseAskMail extends MailKind<ReleaseAsk> {
  readonly kind = 'release-ask';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly people: PeopleService,
    private readonly mechanisms: MechanismsService,
    private readonly unreleased: UnreleasedEntriesService,
    private readonly decided: WhereDecided,
  ) {
    super();
  }

  key({ id, day }: Pick<ReleaseAsk, 'id' | 'day'>, accountId: string): string {
    return `release-ask:${id}:${day}:${accountId}`;
  }

  /** Null when all of it is decided by now, or the person speaks for the delegation no more. */
  async find(
    recipient: Recipient,
    { subjectId, key, postedBy }: OutgoingMessage,
  ): Promise<ReleaseAsk | null> {
    const submission = await this.unitOfWork.read.findOneBy(Submission, { id: subjectId! });
    if (!submission) return null;
    const { id, mechanismId } = submission;
    const voices = voicesIn(recipient, mechanismId);
    const own = (await this.unreleased.list(mechanismId, periodOf(submission))).filter(({ kind, subject }) =>
      voices.some((voice) => voice.kind === kind && voice.subject === subject),
    );
    if (own.length === 0) return null;
    const entryIds = own.map((entry) => entry.id);
    return { id, day: key.split(':')[2]!, mechanismId, entryIds, askedBy: postedBy };
  }

  origin({ mechanismId }: ReleaseAsk): MailOrigin {
    return { scopes: [mechanismId] };
  }

  async letter({ mechanismId, entryIds = [], askedBy }: ReleaseAsk, recipient: Recipient): Promise<Letter> {
    const account = askedBy ? await this.people.find({ id: askedBy }) : null;
    const { language } = recipient;
    const t = translator(language);
    const { shortName: mechanism } = await this.mechanisms.find(mechanismId);
    const places = await this.decided.of(entryIds, mechanismId);
    const calls = new Map([...places.values()].map((place) => [place.href, place]));
    const rest = entryIds.filter((id) => !places.has(id)).length;
    const items: LetterItem[] = [...calls.values()].map((place) => itemOf(place, language));
    if (rest > 0)
      items.push({
        title: t('uses.mail.others', { count: rest }),
        href: `/progress/ours?mechanism=${mechanismId}`,
        action: t('uses.mail.others.open'),
      });
    return {
      subject: t('uses.mail.subject', { mechanism }),
      paragraphs: [
        t('uses.mail.text', { mechanism, asker: account?.name ?? mechanism, count: entryIds.length }),
        t('uses.mail.voluntary'),
      ],
      items,
      action: await recipient.entrance(items[0]!.href),
    };
  }
}

function itemOf({ href, title }: DecisionPlace, language: string): LetterItem {
  const { text, fallback, language: of } = rendition(title, language);
  return {
    title: text,
    language: fallback ? of : undefined,
    href,
    action: translator(language)('uses.title'),
    button: true,
  };
}
