import { Injectable } from '@nestjs/common';
import { can } from '../../accounts/roles.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Actor } from '../../platform/http/actor.js';
import { translator } from '../../platform/i18n/i18n.js';
import { cutTitle } from '../../platform/mail/cut-title.js';
import type { Letter } from '../../platform/mail/letter.js';
import { MailKind, type Recipient } from '../../platform/mail/mail-kind.js';
import type { MailOrigin } from '../../platform/mail/mail-origin.js';
import type { OutgoingMessage } from '../../platform/mail/message.entity.js';
import { Entry, EntryVersion } from '../entries/entry.entity.js';
import { entryLine, versionLine } from '../entries/entry-line.js';
import { decidesIn, sightThrough } from '../access/entry-sight.js';
import { EntrySummary } from './summary.entity.js';
import type { SummaryState } from './summary.workflow.js';

interface News {
  id: string;
  state: Exclude<SummaryState, 'outdated'>;
  mechanismId: string;
  entry: Entry;
}

type PostedSummary = Pick<EntrySummary, 'id' | 'state' | 'mechanismId'>;

/** Writes to a reporter that a summary was suggested, and to the secretariat what was decided. The text is in neither. */
@Injectable()
export class SummaryMail extends MailKind<News> {
  readonly kind = 'wording';

  constructor(private readonly unitOfWork: UnitOfWork) {
    super();
  }

  /** One mail per person, wording and state. */
  key({ id, state }: PostedSummary, accountId: string): string {
    return `wording-${state}:${id}:${accountId}`;
  }

  override bundle({ state, mechanismId }: PostedSummary): string {
    return `wording-${state === 'suggested' ? state : 'decided'}:${mechanismId}`;
  }

  /** Null when it is outdated, or of a version that was withdrawn, or no longer the person's to know. */
  async find(recipient: Recipient, { subjectId }: OutgoingMessage): Promise<News | null> {
    const { read } = this.unitOfWork;
    const wording = await read.findOneBy(EntrySummary, { id: subjectId! });
    if (!wording || wording.state === 'outdated') return null;
    const { id, state, mechanismId, entryId, number } = wording;
    const version = await read.findOneByOrFail(EntryVersion, { entryId, number });
    if (version.withdrawnAt) return null;
    const entry = await read.findOneOrFail(Entry, {
      where: { id: entryId },
      relations: { disclosures: true },
    });
    const news = { id, state, mechanismId, entry };
    return concerns(recipient, news) ? news : null;
  }

  origin({ mechanismId }: News): MailOrigin {
    return { scopes: [mechanismId] };
  }

  async letter({ state, mechanismId, entry }: News, recipient: Recipient): Promise<Letter> {
    const t = translator(recipient.language);
    const path = state === 'suggested' ? `/release` : '';
    const version = await versionLine(this.unitOfWork.read, recipient, entry);
    const line = entryLine(recipient.language, version, { mechanismId }, path);
    return {
      subject: t(`wording.mail.${state}.subject`, { item: cutTitle(line.title) }),
      paragraphs: [t(`wording.mail.${state}.text`)],
      items: [line],
      action: await recipient.entrance(),
    };
  }
}

/** A suggestion is for who may decide on it, a decision for the secretariat whose documents it is about. */
function concerns(actor: Actor, { entry, mechanismId, state }: News): boolean {
  const disclosure = entry.disclosures.find((one) => one.mechanismId === mechanismId);
  if (!disclosure || entry.state === 'withdrawn') return false;
  if (state === 'suggested') return decidesIn(actor, entry, mechanismId);
  return can(actor, 'progress.accept', mechanismId) && sightThrough(actor, entry, disclosure) !== null;
}
