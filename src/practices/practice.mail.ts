import { Inject, Injectable } from '@nestjs/common';
import { AccountMail } from '../accounts/account.mail.js';
import { actorOf } from '../accounts/actor.resolver.js';
import { PeopleService } from '../accounts/people.service.js';
import { Clock } from '../platform/clock.js';
import { CONFIG, type Config } from '../platform/config.js';
import type { Actor } from '../platform/http/actor.js';
import { translator } from '../platform/i18n/i18n.js';
import { writeLetter } from '../platform/mail/letter.js';
import type { Mail } from '../platform/mail/mail.transport.js';
import type { OutgoingMessage } from '../platform/mail/message.entity.js';

/** What a mail says, in keys, and where it leads. */
export interface Notice {
  news: string;
  /** Whether it is still the person's to know; NotFoundError means no. */
  find: (actor: Actor, id: string) => Promise<unknown>;
  kind: 'practice' | 'support';
}

/**
 * Tells that something happened to a practice or a request. Title, text and names are not in it: a mail may be passed
 * on, and is read after a sharing was taken back.
 */
@Injectable()
export class PracticesMail {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
    private readonly people: PeopleService,
    private readonly accountMail: AccountMail,
  ) {}

  /** Null when the person no longer sees what it is about. */
  async write(message: OutgoingMessage, { kind, news, find }: Notice): Promise<Mail | null> {
    const account = await this.people.find({ id: message.accountId });
    if (!account || !message.subjectId) return null;
    const actor = actorOf(account, 'person', this.clock.now());
    const found = await find(actor, message.subjectId).catch(() => null);
    if (!found) return null;
    const t = translator(account.language);
    const path = kind === 'practice' ? 'practices' : 'support';
    const letter = writeLetter({
      ...this.accountMail.frame(account),
      subject: t(`${kind}.mail.${news}` as 'practice.mail.offered'),
      paragraphs: [t(`${kind}.mail.${news}.text` as 'practice.mail.offered.text')],
      action: {
        label: t('practice.mail.open'),
        href: `${this.config.publicUrl}/${path}/${message.subjectId}`,
      },
    });
    return { to: account.email, ...letter, headers: { 'Auto-Submitted': 'auto-generated' } };
  }
}
