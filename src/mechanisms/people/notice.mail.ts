import { Injectable } from '@nestjs/common';
import type { Nomination } from '../../accounts/seats/nomination.entity.js';
import { NOTICE_MAIL } from '../../accounts/seats/role-mails.js';
import type { TextKey } from '../../platform/i18n/i18n.js';
import { translator } from '../../platform/i18n/i18n.js';
import type { Recipient } from '../../platform/mail/mail-kind.js';
import type { OutgoingMessage } from '../../platform/mail/message.entity.js';
import { NominationMail } from './nomination.mail.js';

/** To those a new seat is among, or whose it was: they may confirm it or object. */
@Injectable()
export class NoticeMail extends NominationMail {
  readonly kind = NOTICE_MAIL.kind;
  readonly key = NOTICE_MAIL.key;

  /** Null when the recipient is not asked any more. */
  override async find(recipient: Recipient, { subjectId }: OutgoingMessage): Promise<Nomination | null> {
    return (await this.nominations.stillAsked(recipient, subjectId!))?.nomination ?? null;
  }

  protected words({ stage, holdsFrom, role }: Nomination) {
    const reads = role === 'focal-point' || role === 'partner' ? ['mail.seatNotice.reads' as const] : [];
    const until = holdsFrom
      ? (`mail.seatNotice.${stage}.until` as const)
      : (`mail.seatNotice.${stage}` as const);
    const paragraphs: TextKey[] = ['mail.seatNotice.text', ...reads, until, 'mail.seatNotice.wrong'];
    return { subject: 'mail.seatNotice.subject' as const, paragraphs };
  }

  protected action({ id }: Nomination, { language }: Recipient) {
    return Promise.resolve({ label: translator(language)('mail.seatNotice.action'), href: `/seats/${id}` });
  }
}
