import { Injectable } from '@nestjs/common';
import { can } from '../../accounts/roles.js';
import { Clock } from '../../platform/clock.js';
import { dayIn } from '../../platform/i18n/dates.js';
import { translator } from '../../platform/i18n/i18n.js';
import type { Letter } from '../../platform/mail/letter.js';
import { MailKind, type Recipient } from '../../platform/mail/mail-kind.js';
import type { OutgoingMessage } from '../../platform/mail/message.entity.js';
import { type Line, Recheck } from './recheck.js';
import { EVERY_ITEM } from '../reminder.entity.js';
import { reminderLetter, type Surroundings } from './reminder-letter.js';
import { WishesService } from '../wishes/wishes.service.js';

interface Digest {
  id: null;
  /** The day it was made for. */
  day: string;
  lines: Line[];
}

/** Writes a person's reminders of a day at the moment they are sent, from what still holds then. */
@Injectable()
export class ReminderMail extends MailKind<Digest> {
  readonly kind = 'reminder';

  constructor(
    private readonly clock: Clock,
    private readonly recheck: Recheck,
    private readonly wishes: WishesService,
  ) {
    super();
  }

  key({ day }: Pick<Digest, 'day'>, accountId: string): string {
    return `reminder:${accountId}:${day}`;
  }

  /** Null when nothing is left to remind of. */
  async find(_: Recipient, message: OutgoingMessage): Promise<Digest | null> {
    const { lines } = await this.recheck.of(message);
    return lines.length > 0 ? { id: null, day: message.key.split(':').at(-1)!, lines } : null;
  }

  /** Marks its deliveries with the reason. */
  override async recipientGone(message: OutgoingMessage): Promise<void> {
    await this.recheck.of(message);
  }

  async letter({ lines }: Digest, recipient: Recipient): Promise<Letter> {
    return reminderLetter(lines, await this.surroundings(recipient));
  }

  private async surroundings(recipient: Recipient): Promise<Surroundings> {
    const { accountId, language, zone } = recipient;
    const t = translator(language);
    const wish = (kind: 'later' | 'never', itemId: string) =>
      this.wishes.linkFor({ kind, accountId, itemId });
    const itemLinks = (id: string, mechanismId: string) => ({
      // A chair is told, and has no form: the secretariat writes for the mechanism.
      action: can(recipient, 'progress.write', mechanismId)
        ? { label: t('reminder.mail.tell'), href: `/progress/new?item=${id}` }
        : { label: t('reminder.mail.see'), href: `/items/${id}` },
      links: [
        { label: t('reminder.mail.later'), href: wish('later', id) },
        { label: t('reminder.mail.never'), href: wish('never', id) },
      ],
    });
    // "Prefers not to report" is on the page; a round ends, so there is no "not this time" beside "no more".
    const roundLinks = (id: string) => ({
      action: { label: t('round.mail.open'), href: `/rounds/${id}` },
      links: [{ label: t('round.reminder.never'), href: wish('never', id) }],
    });
    return {
      language,
      today: dayIn(zone, this.clock.now()),
      entrance: await recipient.entrance(),
      home: { label: t('reminder.mail.home'), href: '/' },
      stop: {
        label: t('reminder.mail.stop'),
        href: this.wishes.linkFor({ kind: 'none', accountId, itemId: EVERY_ITEM }),
      },
      linksOf: ({ item, mechanism }: Line) =>
        item.kind === 'round' ? roundLinks(item.id) : itemLinks(item.id, mechanism.id),
    };
  }
}
