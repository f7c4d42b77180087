import { Inject, Injectable } from '@nestjs/common';
import { AccountMail } from '../../accounts/account.mail.js';
import { actorOf } from '../../accounts/actor.resolver.js';
import { PeopleService } from '../../accounts/people.service.js';
import { can } from '../../accounts/roles.js';
import { Clock } from '../../platform/clock.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Actor } from '../../platform/http/actor.js';
import { translator } from '../../platform/i18n/i18n.js';
import { writeLetter } from '../../platform/mail/letter.js';
import type { Mail } from '../../platform/mail/mail.transport.js';
import type { OutgoingMessage } from '../../platform/mail/message.entity.js';
import { Entry } from '../entries/entry.entity.js';
import { cutTitle, entryLine } from '../entries/entry-line.js';
import { decidesIn, sightThrough } from '../access/entry-sight.js';
import { EntryWording } from './wording.entity.js';
import { wordingMailKey } from './wording-news.js';

/** Writes to a reporter that a summary was suggested, and to the secretariat what was decided. The text is in neither. */
@Injectable()
export class WordingMail {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly people: PeopleService,
    private readonly accountMail: AccountMail,
  ) {}

  /** Null when it was decided meanwhile, or is no longer the person's to know. */
  async write(message: OutgoingMessage): Promise<Mail | null> {
    const { read } = this.unitOfWork;
    const account = await this.people.find({ id: message.accountId });
    const wording = await read.findOneBy(EntryWording, { id: message.subjectId! });
    if (!account || !wording || message.key !== wordingMailKey(wording, wording.state, account.id))
      return null;
    const entry = await read.findOneOrFail(Entry, {
      where: { id: wording.entryId },
      relations: { disclosures: true, items: { item: { plan: true } } },
    });
    const { state, mechanismId } = wording;
    const actor = actorOf(account, 'person', this.clock.now());
    if (state === 'outdated' || !concerns(actor, entry, wording)) return null;
    const t = translator(account.language);
    const path = state === 'suggested' ? `/release` : '';
    const line = entryLine(account.language, this.config.publicUrl, entry, { mechanismId }, path);
    const letter = writeLetter({
      ...this.accountMail.frame(account),
      subject: t(`wording.mail.${state}.subject`, { item: cutTitle(line.title) }),
      paragraphs: [t(`wording.mail.${state}.text`)],
      items: [line],
      action: account.passwordHash ? undefined : await this.accountMail.entrance(account),
    });
    return { to: account.email, ...letter, headers: { 'Auto-Submitted': 'auto-generated' } };
  }
}

/** A suggestion is for who may decide on it, a decision for the secretariat whose documents it is about. */
function concerns(actor: Actor, entry: Entry, { mechanismId, state }: EntryWording): boolean {
  const place = entry.disclosures.find((one) => one.mechanismId === mechanismId);
  if (!place || entry.state === 'withdrawn') return false;
  if (state === 'suggested') return decidesIn(actor, entry, mechanismId);
  return can(actor, 'progress.accept', mechanismId) && sightThrough(actor, entry, place) !== null;
}
