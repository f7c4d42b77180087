import { Inject, Injectable } from '@nestjs/common';
import type { Account } from '../../accounts/account.entity.js';
import { AccountMail } from '../../accounts/account.mail.js';
import { actorOf } from '../../accounts/actor.resolver.js';
import { PeopleService } from '../../accounts/people.service.js';
import { can } from '../../accounts/roles.js';
import { Clock } from '../../platform/clock.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Actor } from '../../platform/http/actor.js';
import { translator } from '../../platform/i18n/i18n.js';
import { type Letter, writeLetter } from '../../platform/mail/letter.js';
import type { Mail } from '../../platform/mail/mail.transport.js';
import type { OutgoingMessage } from '../../platform/mail/message.entity.js';
import { Mechanism } from '../../mechanisms/mechanism/mechanism.entity.js';
import { type Disclosure, Entry } from './entry.entity.js';
import { cutTitle, entryLine } from './entry-line.js';
import { entryMailKey } from './entry-news.js';
import { type PlaceState, stateIn } from './entry-place.js';
import { isOwn, sightThrough } from '../access/entry-sight.js';

/**
 * Writes to the secretariat that an entry waits, and to its authors what became of it. What a delegation wrote is
 * never in a mail, which may be passed on: only the plan's own words are, and the link.
 */
@Injectable()
export class ProgressMail {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly people: PeopleService,
    private readonly accountMail: AccountMail,
  ) {}

  /** Null when the entry has moved on, or the person may no longer see it or do anything about it. */
  async write(message: OutgoingMessage): Promise<Mail | null> {
    const account = await this.people.find({ id: message.accountId });
    const entry = await this.unitOfWork.read.findOne(Entry, {
      where: { id: message.subjectId! },
      relations: { disclosures: true, items: { item: { plan: true } } },
    });
    const news = account && entry && newsOf(message, entry, account.id);
    if (!news) return null;
    const actor = actorOf(account, 'person', this.clock.now());
    if (!concerns(actor, entry, news)) return null;
    const letter = writeLetter(await this.letter(account, entry, news));
    return { to: account.email, ...letter, headers: { 'Auto-Submitted': 'auto-generated' } };
  }

  private async letter(account: Account, entry: Entry, { place, state }: News): Promise<Letter> {
    const t = translator(account.language);
    const line = entryLine(account.language, this.config.publicUrl, entry, place);
    const linked = place.mechanismId !== entry.mechanismId && state === 'returned';
    const text = t(linked ? 'release.mail.notTakenUp' : `entry.mail.${state}.text`);
    return {
      ...this.accountMail.frame(account),
      subject: t(`entry.mail.${state}.subject`, { item: cutTitle(line.title) }),
      paragraphs: [text, ...(await this.where(account, entry, { place, state }))],
      items: [line],
      action: account.passwordHash ? undefined : await this.accountMail.entrance(account),
    };
  }

  /** To the reporter of an entry that is in several: which of them answered. To a secretariat it is its own. */
  private async where(
    { language }: Account,
    { disclosures }: Entry,
    { place, state }: News,
  ): Promise<string[]> {
    if (state === 'submitted' || disclosures.length < 2) return [];
    const mechanism = await this.unitOfWork.read.findOneBy(Mechanism, { id: place.mechanismId });
    return mechanism ? [translator(language)('release.mail.where', { mechanism: mechanism.shortName })] : [];
  }
}

interface News {
  place: Disclosure;
  state: PlaceState;
}

/** What the mail is about, if it is how the entry stands still. */
function newsOf({ key }: OutgoingMessage, entry: Entry, accountId: string): News | undefined {
  return entry.disclosures
    .map((place) => ({ place, state: stateIn(entry, place) }))
    .find(
      (news): news is News =>
        news.state !== null && entryMailKey(entry, news.place, news.state, accountId) === key,
    );
}

/** Whether it still is the person's to know: the secretariat's while it waits, the reporter's once it was answered. */
function concerns(actor: Actor, entry: Entry, { place, state }: News): boolean {
  if (state !== 'submitted') return isOwn(actor, entry) && entry.state !== 'withdrawn';
  return (
    can(actor, 'progress.accept', place.mechanismId) &&
    sightThrough(actor, entry, place) !== null &&
    entry.state !== 'withdrawn'
  );
}
