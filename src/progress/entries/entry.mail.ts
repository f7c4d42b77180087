import { shortNameIn } from '../../mechanisms/mechanism/mechanism-name.js';
import { Injectable } from '@nestjs/common';
import { can } from '../../accounts/roles.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Actor } from '../../platform/http/actor.js';
import { type Translate, translator } from '../../platform/i18n/i18n.js';
import type { Localized } from '../../platform/i18n/localized.js';
import { cutTitle } from '../../platform/mail/cut-title.js';
import type { Letter, LetterItem, LetterLink } from '../../platform/mail/letter.js';
import { MailKind, type Recipient } from '../../platform/mail/mail-kind.js';
import type { MailOrigin } from '../../platform/mail/mail-origin.js';
import type { OutgoingMessage } from '../../platform/mail/message.entity.js';
import { Mechanism } from '../../mechanisms/mechanism/mechanism.entity.js';
import { type Disclosure, Entry } from './entry.entity.js';
import { entryLine, versionLine } from './entry-line.js';
import { type AcceptanceState, acceptanceIn } from '../acceptance/acceptance-state.js';
import { decidesIn, isOwn, sightThrough } from '../access/entry-sight.js';
import { EntryQuestions } from '../words/entry-questions.js';
import { isFree } from '../words/entry-subject.js';
import { usesOfEntry, WhereDecided } from '../release/where-decided.js';

/** How an entry stands in a mechanism. */
interface News {
  id: string;
  entry: Entry;
  disclosure: Disclosure;
  state: AcceptanceState;
}

/**
 * Writes to the secretariat that an entry waits, and to its authors what became of it. What a delegation wrote is
 * never in a mail, which may be passed on: only the plan's own words are, and the link.
 */
@Injectable()
export class ProgressMail extends MailKind<News> {
  readonly kind = 'entry';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly decided: WhereDecided,
    private readonly questions: EntryQuestions,
  ) {
    super();
  }

  /** One mail per person, version, mechanism and state. Where it is reported goes without saying. */
  key({ entry, disclosure, state }: News, accountId: string): string {
    const where = disclosure.mechanismId === entry.mechanismId ? '' : `${disclosure.mechanismId}:`;
    return `entry-${state}:${entry.id}:${entry.submittedVersion}:${where}${accountId}`;
  }

  /** To a secretariat all that one reporter hands in, to a reporter all that one secretariat answers. */
  override bundle({ entry: { reporterKind, reporter }, disclosure: { mechanismId }, state }: News): string {
    return `entry-${state === 'submitted' ? state : 'answered'}:${mechanismId}:${reporterKind}:${reporter}`;
  }

  /** How the entry stands wherever it is; nothing where the person may no longer see it or do anything about it. */
  async find(recipient: Recipient, { subjectId }: OutgoingMessage): Promise<News[]> {
    const entry = await this.unitOfWork.read.findOne(Entry, {
      where: { id: subjectId! },
      relations: { disclosures: true },
    });
    return (entry?.disclosures ?? []).flatMap((disclosure) => {
      const state = acceptanceIn(entry!, disclosure);
      const news = state && { id: entry!.id, entry: entry!, disclosure, state };
      return news && concerns(recipient, news) ? news : [];
    });
  }

  origin({ disclosure }: News): MailOrigin {
    return { scopes: [disclosure.mechanismId] };
  }

  async letter(news: News, recipient: Recipient): Promise<Letter> {
    const t = translator(recipient.language);
    const line = await this.line(news, recipient);
    const text = t(isNotTakenUp(news) ? 'release.mail.notTakenUp' : `entry.mail.${news.state}.text`);
    const links = await this.toDecide([news], recipient);
    return {
      subject: t(`entry.mail.${news.state}.subject`, { item: cutTitle(line.title) }),
      paragraphs: [text, ...(await this.where(t, news, recipient.language))],
      items: [line],
      links,
      action: await recipient.entrance(links[0]?.href),
    };
  }

  /** What was given back stands first: it is what there is to do. */
  override async letterOfMany(all: News[], recipient: Recipient): Promise<Letter> {
    const t = translator(recipient.language);
    const states = ORDER.filter((state) => all.some((news) => news.state === state));
    const inOrder = states.flatMap((state) => all.filter((news) => news.state === state));
    const wordOf = (news: News) =>
      t(`entryState.${isNotTakenUp(news) ? 'not-taken-up' : news.state}` as const);
    const items = await Promise.all(
      inOrder.map(async (news) => {
        const line = await this.line(news, recipient);
        const detail = [states.length > 1 ? wordOf(news) : '', line.detail ?? ''].filter(Boolean).join(' · ');
        return { ...line, detail: detail || undefined };
      }),
    );
    const subject = states.length > 1 ? 'answered' : states[0]!;
    const links = await this.toDecide(inOrder, recipient);
    return {
      subject: t(`entry.mail.many.${subject}.subject`, { number: all.length }),
      paragraphs: [
        ...states.map((state) => t(`entry.mail.many.${state}.text`)),
        ...(await this.where(t, inOrder[0]!, recipient.language)),
      ],
      items,
      links,
      action: await recipient.entrance(links[0]?.href),
    };
  }

  /** The pages on which the reporter decides on what was accepted and is not released, each once. */
  private async toDecide(all: News[], recipient: Recipient): Promise<LetterLink[]> {
    const open = all.filter(
      ({ entry, disclosure, state }) =>
        state === 'accepted' &&
        disclosure.release === 'none' &&
        decidesIn(recipient, entry, disclosure.mechanismId),
    );
    const [first] = open;
    if (!first) return [];
    const ids = open.map(({ id }) => id);
    const places = await this.decided.of(ids, first.disclosure.mechanismId);
    const hrefs = new Set(ids.map((id) => places.get(id)?.href ?? usesOfEntry(id)));
    const label = translator(recipient.language)('uses.title');
    return [...hrefs].slice(0, MOST_LINKS).map((href) => ({ label, href }));
  }

  /** Of what was submitted: the reporter may be at work on another text by now. */
  private async line({ entry, disclosure }: News, recipient: Recipient): Promise<LetterItem> {
    const version = await versionLine(this.unitOfWork.read, recipient, entry);
    const { id } = entry;
    const { mechanismId } = disclosure;
    const asked = isFree(version)
      ? await this.questions.of([{ id, mechanismId, sight: 'submitted' }])
      : new Map<string, Localized>();
    return entryLine(recipient.language, { ...version, question: asked.get(id) }, disclosure);
  }

  /** To the reporter of an entry that is in several: which of them answered. To a secretariat it is its own. */
  private async where(t: Translate, { entry, disclosure, state }: News, language: string): Promise<string[]> {
    if (state === 'submitted' || entry.disclosures.length < 2) return [];
    const mechanism = await this.unitOfWork.read.findOneBy(Mechanism, { id: disclosure.mechanismId });
    return mechanism ? [t('release.mail.where', { mechanism: shortNameIn(mechanism, language) })] : [];
  }
}

/** More would be a list of the same words; each entry leads to its own page besides. */
const MOST_LINKS = 3;

const ORDER = ['submitted', 'returned', 'accepted'] as const;

const isNotTakenUp = ({ entry, disclosure, state }: News) =>
  disclosure.mechanismId !== entry.mechanismId && state === 'returned';

/** Whether it still is the person's to know: the secretariat's while it waits, the reporter's once it was answered. */
function concerns(actor: Actor, { entry, disclosure, state }: News): boolean {
  if (entry.state === 'withdrawn') return false;
  if (state !== 'submitted') return isOwn(actor, entry);
  return (
    can(actor, 'progress.accept', disclosure.mechanismId) && sightThrough(actor, entry, disclosure) !== null
  );
}
