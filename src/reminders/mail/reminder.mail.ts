import { Inject, Injectable } from '@nestjs/common';
import type { Account } from '../../accounts/account.entity.js';
import { AccountMail } from '../../accounts/account.mail.js';
import { actorOf } from '../../accounts/actor.resolver.js';
import { can } from '../../accounts/roles.js';
import { Clock } from '../../platform/clock.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { dayIn } from '../../platform/i18n/dates.js';
import { translator } from '../../platform/i18n/i18n.js';
import { writeLetter } from '../../platform/mail/letter.js';
import type { Mail } from '../../platform/mail/mail.transport.js';
import type { OutgoingMessage } from '../../platform/mail/message.entity.js';
import { type Line, Recheck } from './recheck.js';
import { EVERY_ITEM } from '../reminder.entity.js';
import { reminderLetter, type Surroundings } from './reminder-letter.js';
import { WishesService } from '../wishes/wishes.service.js';

/** Writes a person's reminders of a day at the moment they are sent, from what still holds then. */
@Injectable()
export class ReminderMail {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
    private readonly recheck: Recheck,
    private readonly wishes: WishesService,
    private readonly accountMail: AccountMail,
  ) {}

  /** Null when nothing is left to remind of. */
  async write(message: OutgoingMessage): Promise<Mail | null> {
    const now = this.clock.now();
    const { account, lines } = await this.recheck.of(message);
    if (!account || lines.length === 0) return null;
    const stop = this.wishes.linkFor({ kind: 'none', accountId: account.id, itemId: EVERY_ITEM });
    const letter = reminderLetter(lines, await this.surroundings(account, stop, now));
    return { to: account.email, ...writeLetter(letter), headers: headers(stop) };
  }

  private async surroundings(account: Account, stop: string, now: Date): Promise<Surroundings> {
    const t = translator(account.language);
    const actor = actorOf(account, 'person', now);
    const { publicUrl } = this.config;
    const wish = (kind: 'later' | 'never', itemId: string) =>
      this.wishes.linkFor({ kind, accountId: account.id, itemId });
    const itemLinks = (id: string, mechanismId: string) => ({
      // A chair is told, and has no form: the secretariat writes for the mechanism.
      action: can(actor, 'progress.write', mechanismId)
        ? { label: t('reminder.mail.tell'), href: `${publicUrl}/progress/new?item=${id}` }
        : { label: t('reminder.mail.see'), href: `${publicUrl}/items/${id}` },
      links: [
        { label: t('reminder.mail.later'), href: wish('later', id) },
        { label: t('reminder.mail.never'), href: wish('never', id) },
      ],
    });
    // "Prefers not to report" is on the page; a round ends, so there is no "not this time" beside "no more".
    const roundLinks = (id: string) => ({
      action: { label: t('round.mail.open'), href: `${publicUrl}/rounds/${id}` },
      links: [{ label: t('round.reminder.never'), href: wish('never', id) }],
    });
    return {
      language: account.language,
      today: dayIn(account.zone, now),
      frame: this.accountMail.frame(account),
      entrance: account.passwordHash ? null : await this.accountMail.entrance(account),
      home: { label: t('reminder.mail.home'), href: publicUrl },
      stop: { label: t('reminder.mail.stop'), href: stop },
      linksOf: ({ item, mechanism }: Line) =>
        item.kind === 'round' ? roundLinks(item.id) : itemLinks(item.id, mechanism.id),
    };
  }
}

/** RFC 2369 and RFC 8058: mail programs offer "unsubscribe" and do it with one POST. RFC 3834: no automatic replies. */
const headers = (stop: string) => ({
  'List-Unsubscribe': `<${stop}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  'Auto-Submitted': 'auto-generated',
});
