import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { dayIn } from '../../platform/i18n/dates.js';
import { translator } from '../../platform/i18n/i18n.js';
import type { Letter } from '../../platform/mail/letter.js';
import { MailKind, type Recipient } from '../../platform/mail/mail-kind.js';
import type { MailOrigin } from '../../platform/mail/mail-origin.js';
import type { OutgoingMessage } from '../../platform/mail/message.entity.js';
import { DeliveryCheck, type ReminderLine } from './delivery-check.js';
import { EVERY_SUBJECT } from '../wishes/reminder-wish.entity.js';
import { reminderLetter, type Surroundings } from './reminder-letter.js';
import { ReminderSubjects } from '../subjects/reminder-subjects.js';
import { WishesService } from '../wishes/wishes.service.js';

interface Digest {
  id: null;
  /** The day it was made for. */
  day: string;
  lines: ReminderLine[];
}

/** Writes a person's reminders of a day at the moment they are sent, from what still holds then. */
@Injectable()
export class ReminderMail extends MailKind<Digest> {
  readonly kind = 'reminder';

  constructor(
    private readonly clock: Clock,
    private readonly check: DeliveryCheck,
    private readonly subjects: ReminderSubjects,
    private readonly wishes: WishesService,
  ) {
    super();
  }

  key({ day }: Pick<Digest, 'day'>, accountId: string): string {
    return `reminder:${accountId}:${day}`;
  }

  /** Null when nothing is left to remind of. */
  async find(_: Recipient, message: OutgoingMessage): Promise<Digest | null> {
    const { lines } = await this.check.of(message);
    return lines.length > 0 ? { id: null, day: message.key.split(':').at(-1)!, lines } : null;
  }

  /** Marks its deliveries with the reason. */
  override async recipientGone(message: OutgoingMessage): Promise<void> {
    await this.check.of(message);
  }

  origin({ lines }: Digest): MailOrigin {
    return { scopes: [...new Set(lines.map(({ mechanism }) => mechanism.id))] };
  }

  async letter({ lines }: Digest, recipient: Recipient): Promise<Letter> {
    return reminderLetter(lines, await this.surroundings(recipient));
  }

  private async surroundings(recipient: Recipient): Promise<Surroundings> {
    const { accountId, language, zone } = recipient;
    const t = translator(language);
    return {
      language,
      today: dayIn(zone, this.clock.now()),
      entrance: await recipient.entrance(),
      home: { label: t('reminder.mail.home'), href: '/' },
      stop: {
        label: t('reminder.mail.stop'),
        href: this.wishes.linkFor({ kind: 'none', accountId, subjectId: EVERY_SUBJECT }),
      },
      linksOf: ({ subject }) =>
        this.subjects.ofKind(subject.kind).links(subject, {
          actor: recipient,
          t,
          wish: (kind) => this.wishes.linkFor({ kind, accountId, subjectId: subject.id }),
        }),
    };
  }
}
