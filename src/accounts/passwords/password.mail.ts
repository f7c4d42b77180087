import { Injectable } from '@nestjs/common';
import { translator } from '../../platform/i18n/i18n.js';
import type { Letter } from '../../platform/mail/letter.js';
import { MailKind, type Recipient } from '../../platform/mail/mail-kind.js';
import type { MailOrigin } from '../../platform/mail/mail-origin.js';
import type { OutgoingMessage } from '../../platform/mail/message.entity.js';
import { PASSWORD_MAIL, PasswordsService, type ResetRequest } from '../passwords.service.js';

/** The mail with a link to set a password, the first or another. */
@Injectable()
export class PasswordMail extends MailKind<ResetRequest> {
  readonly kind = PASSWORD_MAIL.kind;
  readonly key = PASSWORD_MAIL.key;

  constructor(private readonly passwords: PasswordsService) {
    super();
  }

  async find(_: Recipient, { key }: OutgoingMessage): Promise<ResetRequest> {
    const [asked, , slot = ''] = key.split(':');
    return { id: null, asked: asked === 'set' ? 'set' : 'reset', slot };
  }

  origin(): MailOrigin {
    return { scopes: [] };
  }

  async letter({ asked }: ResetRequest, recipient: Recipient): Promise<Letter> {
    const t = translator(recipient.language);
    const first = await recipient.entrance();
    const text = first ? 'mail.password.first' : (`mail.password.${asked}` as const);
    return {
      subject: t('mail.password.subject'),
      paragraphs: [t(text)],
      action: first ?? { label: t('mail.password.action'), href: await this.resetPath(recipient) },
    };
  }

  private async resetPath({ accountId }: Recipient): Promise<string> {
    return `/password/${await this.passwords.makeLink(accountId, 'password-reset')}`;
  }
}
