import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CONFIG, type Config } from '../platform/config.js';
import { translator } from '../platform/i18n/i18n.js';
import { writeLetter } from '../platform/mail/letter.js';
import type { Mail } from '../platform/mail/mail.transport.js';
import type { OutgoingMessage } from '../platform/mail/message.entity.js';
import { Outbox } from '../platform/mail/outbox.js';
import type { Account } from './account.entity.js';
import { PasswordsService } from './passwords.service.js';
import { PeopleService } from './people.service.js';

/** The mails about accounts themselves. */
@Injectable()
export class AccountMail implements OnModuleInit {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly outbox: Outbox,
    private readonly people: PeopleService,
    private readonly passwords: PasswordsService,
  ) {}

  onModuleInit(): void {
    this.outbox.renders('password', (message) => this.password(message));
  }

  private async password(message: OutgoingMessage): Promise<Mail | null> {
    const account = await this.people.find({ id: message.accountId });
    if (!account) return null;
    const t = translator(account.language);
    const purpose = account.passwordHash ? 'password-reset' : 'invitation';
    const href = `${this.config.publicUrl}/password/${await this.passwords.makeLink(account.id, purpose)}`;
    const letter = writeLetter({
      ...this.frame(account),
      subject: t('mail.password.subject'),
      paragraphs: [t(account.passwordHash ? 'mail.password.reset' : 'mail.password.first')],
      action: { label: t('mail.password.action'), href },
    });
    return { to: account.email, ...letter };
  }

  /** Where the person goes: the product, or first a page to set a password. Makes the link that page needs. */
  async entrance(account: Account): Promise<{ label: string; href: string }> {
    const t = translator(account.language);
    if (account.passwordHash) return { label: t('mail.open'), href: this.config.publicUrl };
    const secret = await this.passwords.makeLink(account.id, 'invitation');
    return { label: t('mail.password.action'), href: `${this.config.publicUrl}/password/${secret}` };
  }

  /** Greeting and footer in the person's language. */
  frame(account: Account) {
    const t = translator(account.language);
    return {
      language: account.language,
      greeting: t('mail.greeting', { name: account.name }),
      footer: [t('mail.footer', { address: this.config.publicUrl })],
    };
  }
}
