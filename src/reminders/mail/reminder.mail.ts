import { Inject, Injectable } from '@nestjs/common';
import type { Account } from '../../accounts/account.entity.js';
import { AccountMail } from '../../accounts/account.mail.js';
import { actorOf } from '../../accounts/actor.resolver.js';
import { Clock } from '../../platform/clock.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { dayIn } from '../../platform/i18n/dates.js';
import { translator } from '../../platform/i18n/i18n.js';
import { writeLetter } from '../../platform/mail/letter.js';
import type { Mail } from '../../platform/mail/mail.transport.js';
import type { OutgoingMessage } from '../../platform/mail/message.entity.js';
import { DeliveryCheck } from '../delivery-check.js';
import { EVERY_SUBJECT } from '../reminder.entity.js';
import { reminderLetter, type Surroundings } from './reminder-letter.js';
import { ReminderSubjects } from '../subjects/reminder-subjects.js';
import { WishesService } from '../wishes/wishes.service.js';

/** Writes a person's reminders of a day at the moment they are sent, from what still holds then. */
@Injectable()
export class ReminderMail {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
    private readonly check: DeliveryCheck,
    private readonly subjects: ReminderSubjects,
    private readonly wishes: WishesService,
    private readonly accountMail: AccountMail,
  ) {}

  /** Null when nothing is left to remind of. */
  async write(message: OutgoingMessage): Promise<Mail | null> {
    const now = this.clock.now();
    const { account, lines } = await this.check.of(message);
    if (!account || lines.length === 0) return null;
    const stop = this.wishes.linkFor({ kind: 'none', accountId: account.id, subjectId: EVERY_SUBJECT });
    const letter = reminderLetter(lines, await this.surroundings(account, stop, now));
    return { to: account.email, ...writeLetter(letter), headers: headers(stop) };
  }

  private async surroundings(account: Account, stop: string, now: Date): Promise<Surroundings> {
    const t = translator(account.language);
    const actor = actorOf(account, 'person', now);
    const { publicUrl } = this.config;
    return {
      language: account.language,
      today: dayIn(account.zone, now),
      frame: this.accountMail.frame(account),
      entrance: account.passwordHash ? null : await this.accountMail.entrance(account),
      home: { label: t('reminder.mail.home'), href: publicUrl },
      stop: { label: t('reminder.mail.stop'), href: stop },
      linksOf: ({ subject }) =>
        this.subjects.ofKind(subject.kind).links(subject, {
          actor,
          t,
          publicUrl,
          wish: (kind) => this.wishes.linkFor({ kind, accountId: account.id, subjectId: subject.id }),
        }),
    };
  }
}

/** RFC 2369 and RFC 8058: mail programs offer "unsubscribe" and do it with one POST. RFC 3834: no automatic replies. */
const headers = (stop: string) => ({
  'List-Unsubscribe': `<${stop}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  'Auto-Submitted': 'auto-generated',
});
