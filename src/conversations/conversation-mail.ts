import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { translator } from '../platform/i18n/i18n.js';
import { rendition } from '../platform/i18n/localized.js';
import type { Letter } from '../platform/mail/letter.js';
import { MailKind, type Recipient } from '../platform/mail/mail-kind.js';
import type { MailOrigin } from '../platform/mail/mail-origin.js';
import type { OutgoingMessage } from '../platform/mail/message.entity.js';
import { ConversationMessage } from './conversation.entity.js';
import { addressOf, conversationKeyOf } from './conversation-address.js';
import { ConversationSubjects, type ConversationSubject } from './conversation-subjects.js';

interface NewMessage {
  id: string;
  message: ConversationMessage;
  /** Null where it may not stand in a mail. */
  title: ConversationSubject['title'] | null;
}

type PostedMessage = Pick<NewMessage, 'id' | 'message'>;

/** Tells that there is a new message, and where. Its words are not in the mail, which may be passed on. */
@Injectable()
export class ConversationMail extends MailKind<NewMessage> {
  readonly kind = 'conversation';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly subjects: ConversationSubjects,
  ) {
    super();
  }

  key({ id }: PostedMessage, accountId: string): string {
    return `conversation:${id}:${accountId}`;
  }

  /** All that one side says in one go, whatever it is about. */
  override bundle({ message: { scope, voice } }: PostedMessage): string {
    return `conversation:${scope}:${voice}`;
  }

  /** Null when the message was taken back or is closed to the person, or the person no longer takes part. */
  async find(recipient: Recipient, { subjectId }: OutgoingMessage): Promise<NewMessage | null> {
    const message = await this.unitOfWork.read.findOneBy(ConversationMessage, { id: subjectId! });
    if (!message || message.withdrawnAt) return null;
    const { title, titleMayBeMailed, closedUntil } = await this.subjects.open(
      recipient,
      conversationKeyOf(message),
    );
    if (closedUntil && message.at <= closedUntil) return null;
    return { id: message.id, message, title: titleMayBeMailed ? title : null };
  }

  origin({ message: { scope, authorId } }: NewMessage): MailOrigin {
    return { scopes: [scope], askedBy: authorId, note: 'mail.reply.conversation' };
  }

  letter({ message, ...found }: NewMessage, { language }: Recipient): Letter {
    const t = translator(language);
    const author = message.authorName;
    const title = found.title && rendition(found.title, language).text;
    return {
      subject: title
        ? t('conversation.mail.subject', { title: title.slice(0, 80) })
        : t('conversation.mail.unnamed.subject'),
      paragraphs: [
        title
          ? t('conversation.mail.text', { author, title })
          : t('conversation.mail.unnamed.text', { author }),
      ],
      action: { label: t('conversation.mail.open'), href: addressOf(conversationKeyOf(message)) },
    };
  }
}
