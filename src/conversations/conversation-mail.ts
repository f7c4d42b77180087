import { Inject, Injectable } from '@nestjs/common';
import { AccountMail } from '../accounts/account.mail.js';
import { actorOf } from '../accounts/actor.resolver.js';
import { PeopleService } from '../accounts/people.service.js';
import { Clock } from '../platform/clock.js';
import { CONFIG, type Config } from '../platform/config.js';
import { translator } from '../platform/i18n/i18n.js';
import { rendition } from '../platform/i18n/localized.js';
import { writeLetter } from '../platform/mail/letter.js';
import type { Mail } from '../platform/mail/mail.transport.js';
import type { OutgoingMessage } from '../platform/mail/message.entity.js';
import { addressOf, ConversationsService } from './conversations.service.js';

/** Tells that there is a new message, and where. Its words are not in the mail, which may be passed on. */
@Injectable()
export class ConversationMail {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
    private readonly people: PeopleService,
    private readonly accountMail: AccountMail,
    private readonly conversations: ConversationsService,
  ) {}

  /** Null when the message was taken back, or the person no longer takes part. */
  async write(message: OutgoingMessage): Promise<Mail | null> {
    const account = await this.people.find({ id: message.accountId });
    if (!account) return null;
    const actor = actorOf(account, 'person', this.clock.now());
    const news = await this.conversations.news(actor, message.subjectId!);
    if (!news) return null;
    const t = translator(account.language);
    const title = rendition(news.title, account.language).text;
    const letter = writeLetter({
      ...this.accountMail.frame(account),
      subject: t('conversation.mail.subject', { title: title.slice(0, 80) }),
      paragraphs: [t('conversation.mail.text', { author: news.author, title })],
      action: { label: t('conversation.mail.open'), href: `${this.config.publicUrl}${addressOf(news)}` },
    });
    return { to: account.email, ...letter, headers: { 'Auto-Submitted': 'auto-generated' } };
  }
}
