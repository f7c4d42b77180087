import { Inject, Injectable } from '@nestjs/common';
import type { Account } from '../accounts/account.entity.js';
import { AccountMail } from '../accounts/account.mail.js';
import { actorOf } from '../accounts/actor.resolver.js';
import { PeopleService } from '../accounts/people.service.js';
import { States } from '../accounts/states.js';
import { Clock } from '../platform/clock.js';
import { CONFIG, type Config } from '../platform/config.js';
import { translator } from '../platform/i18n/i18n.js';
import { rendition } from '../platform/i18n/localized.js';
import { type LetterItem, writeLetter } from '../platform/mail/letter.js';
import type { Mail } from '../platform/mail/mail.transport.js';
import type { OutgoingMessage } from '../platform/mail/message.entity.js';
import { REMIND_AFTER_DAYS } from './clearance-days.js';
import { ClearanceReader, type SeenClearance } from './clearance-reader.js';
import { askKey, backKey } from './clearance-trail.js';

const SUBJECT_TITLE = 70;

/**
 * Writes within a delegation that a text waits for somebody, or was sent back. Neither the text nor the reason is in a
 * mail, which may be passed on: only the plan's own words are, and the link.
 */
@Injectable()
export class ClearanceMail {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
    private readonly people: PeopleService,
    private readonly accountMail: AccountMail,
    private readonly reader: ClearanceReader,
  ) {}

  /** Null when the text has moved on, or the step is somebody else's by now. */
  async ask(message: OutgoingMessage): Promise<Mail | null> {
    const found = await this.found(message);
    if (!found?.seen.waiting?.mine) return null;
    const { account, seen } = found;
    const number = [0, ...REMIND_AFTER_DAYS].findIndex(
      (_, reminder) => askKey(seen.clearance, reminder, account.id) === message.key,
    );
    if (number < 0) return null;
    return this.letter(found, number > 0 ? 'remind' : 'ask', seen.waiting!.open);
  }

  /** Null when the text has been handed in again since. */
  async back(message: OutgoingMessage): Promise<Mail | null> {
    const found = await this.found(message);
    if (found?.seen.clearance.state !== 'returned') return null;
    if (backKey(found.seen.clearance, found.account.id) !== message.key) return null;
    return this.letter(found, 'back', false);
  }

  private async found({ accountId, subjectId }: OutgoingMessage) {
    const account = await this.people.find({ id: accountId });
    if (!account) return null;
    const actor = actorOf(account, 'person', this.clock.now());
    const seen = await this.reader.find(actor, subjectId!).catch(() => null);
    return seen && { account, seen };
  }

  private async letter(
    { account, seen }: { account: Account; seen: SeenClearance },
    kind: 'ask' | 'remind' | 'back',
    open: boolean,
  ): Promise<Mail> {
    const { language } = account;
    const t = translator(language);
    const line = this.line(language, seen, kind === 'back');
    const text = t(`clearance.mail.${kind}.text`, {
      state: States.name(seen.clearance.subject, language),
      mechanism: seen.mechanism.shortName,
      step: seen.waiting?.step.name ?? '',
    });
    const letter = writeLetter({
      ...this.accountMail.frame(account),
      subject: t(`clearance.mail.${kind}.subject`, { item: cut(line.title) }),
      paragraphs: open ? [text, t('clearance.mail.open')] : [text],
      items: [line],
      action: account.passwordHash ? undefined : await this.accountMail.entrance(account),
    });
    return { to: account.email, ...letter, headers: { 'Auto-Submitted': 'auto-generated' } };
  }

  private line(language: string, { entry, clearance }: SeenClearance, back: boolean): LetterItem {
    const t = translator(language);
    const [first] = entry.items;
    const title = first && rendition(first.title, language);
    return {
      title: first && title ? [first.code, title.text].filter(Boolean).join(' ') : t('clearance.freeAnswer'),
      language: title?.fallback ? title.language : undefined,
      href: `${this.config.publicUrl}/progress/${clearance.entryId}${back ? '' : '/clearance'}`,
      action: t(back ? 'clearance.mail.toEntry' : 'clearance.mail.toStep'),
    };
  }
}

const cut = (text: string) =>
  text.length > SUBJECT_TITLE ? `${text.slice(0, SUBJECT_TITLE - 1).trimEnd()}…` : text;
