import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { translator } from '../../platform/i18n/i18n.js';
import type { Letter } from '../../platform/mail/letter.js';
import { type MailKey, MailKind, type Recipient } from '../../platform/mail/mail-kind.js';
import type { MailOrigin } from '../../platform/mail/mail-origin.js';
import type { OutgoingMessage } from '../../platform/mail/message.entity.js';
import { ApiToken } from '../credential.entity.js';

/** What a person is told of that was done to their account, so that they see what they did not do themselves. */
const NOTICES = ['key', 'password'] as const;
type Notice = (typeof NOTICES)[number];

export interface AccountEvent {
  /** Of the key or change; a new one where there is none, so that each event is told of. */
  id: string;
  event: Notice;
}

export const ACCOUNT_NOTICE = {
  kind: 'account-notice',
  key: ({ id, event }) => `notice:${event}:${id}`,
} satisfies MailKey<AccountEvent>;

/** The mail about it. */
@Injectable()
export class AccountNoticeMail extends MailKind<AccountEvent> {
  readonly kind = ACCOUNT_NOTICE.kind;
  readonly key = ACCOUNT_NOTICE.key;

  constructor(private readonly unitOfWork: UnitOfWork) {
    super();
  }

  async find(_: Recipient, { key, subjectId }: OutgoingMessage): Promise<AccountEvent | null> {
    const event = NOTICES.find((one) => one === key.split(':')[1]);
    return event && subjectId ? { id: subjectId, event } : null;
  }

  origin(): MailOrigin {
    return { scopes: [] };
  }

  async letter({ id, event }: AccountEvent, { language, email }: Recipient): Promise<Letter> {
    const t = translator(language);
    const label = event === 'key' ? ((await this.labelOf(id)) ?? '') : '';
    return {
      subject: t(`mail.notice.${event}.subject`),
      paragraphs: [t(`mail.notice.${event}.text`, { label, email }), t('mail.notice.notYou')],
      action: { label: t('account.title'), href: '/account' },
    };
  }

  private async labelOf(id: string): Promise<string | undefined> {
    return (await this.unitOfWork.read.findOneBy(ApiToken, { id }))?.label;
  }
}
