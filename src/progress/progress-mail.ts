import { Inject, Injectable } from '@nestjs/common';
import type { Account } from '../accounts/account.entity.js';
import { AccountMail } from '../accounts/account-mail.js';
import { actorOf } from '../accounts/actor.resolver.js';
import { PeopleService } from '../accounts/people.service.js';
import { can } from '../accounts/roles.js';
import type { PlanItem } from '../plans/plan.entity.js';
import { Clock } from '../platform/clock.js';
import { CONFIG, type Config } from '../platform/config.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { Actor } from '../platform/http/actor.js';
import { translator } from '../platform/i18n/i18n.js';
import { rendition } from '../platform/i18n/localized.js';
import { type Letter, type LetterItem, writeLetter } from '../platform/mail/letter.js';
import type { Mail } from '../platform/mail/mail.transport.js';
import type { OutgoingMessage } from '../platform/mail/message.entity.js';
import { Entry } from './entry.entity.js';
import { entryMailKey } from './entry-news.js';
import { type Sight, sightOf } from './entry-sight.js';

type News = 'submitted' | 'accepted' | 'returned';

const SUBJECT_TITLE = 70;

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
      relations: { disclosures: true, items: { item: true } },
    });
    if (!account || !entry || message.key !== entryMailKey(entry, account.id)) return null;
    const actor = actorOf(account, 'person', this.clock.now());
    if (!concerns(actor, entry, sightOf(actor, entry, entry.disclosures))) return null;
    const letter = writeLetter(await this.letter(account, entry));
    return { to: account.email, ...letter, headers: { 'Auto-Submitted': 'auto-generated' } };
  }

  private async letter(account: Account, entry: Entry): Promise<Letter> {
    const t = translator(account.language);
    const news = entry.state as News;
    const line = this.line(account.language, entry);
    return {
      ...this.accountMail.frame(account),
      subject: t(`entry.mail.${news}.subject`, { item: cut(line.title) }),
      paragraphs: [t(`entry.mail.${news}.text`)],
      items: [line],
      action: account.passwordHash ? undefined : await this.accountMail.entrance(account),
    };
  }

  private line(language: string, { id, items }: Entry): LetterItem {
    const t = translator(language);
    const [first, ...others] = items.map(({ item }) => item).sort(byCode);
    const title = first && rendition(first.title, language);
    return {
      title: first && title ? [first.code, title.text].filter(Boolean).join(' ') : t('entry.noItem'),
      language: title?.fallback ? title.language : undefined,
      detail: others.length > 0 ? t('entry.andMore', { count: others.length }) : undefined,
      href: `${this.config.publicUrl}/progress/${id}`,
      action: t('entry.mail.open'),
    };
  }
}

/** Whether it still is the person's to know: the secretariat's while it waits, the reporter's once it was answered. */
function concerns(actor: Actor, entry: Entry, sight: Sight | null): boolean {
  if (sight === null) return false;
  return entry.state === 'submitted' ? can(actor, 'progress.accept', entry.mechanismId) : sight === 'own';
}

const byCode = (a: PlanItem, b: PlanItem) => a.code.localeCompare(b.code, 'en', { numeric: true });

const cut = (text: string) =>
  text.length > SUBJECT_TITLE ? `${text.slice(0, SUBJECT_TITLE - 1).trimEnd()}…` : text;
