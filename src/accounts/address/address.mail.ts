import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { translator } from '../../platform/i18n/i18n.js';
import type { Letter } from '../../platform/mail/letter.js';
import { MailKind, type Recipient } from '../../platform/mail/mail-kind.js';
import type { MailOrigin } from '../../platform/mail/mail-origin.js';
import type { OutgoingMessage } from '../../platform/mail/message.entity.js';
import { Account } from '../account.entity.js';
import { PasswordsService } from '../passwords.service.js';
import { AddressChange } from './address-change.entity.js';
import { ADDRESS_MAIL, type AddressQuestion, purposeOf } from './address-mail-key.js';

/** Asks an address whether an account shall have the new one. The secret of its link is made as the mail is written. */
@Injectable()
export class AddressMail extends MailKind<AddressQuestion> {
  readonly kind = ADDRESS_MAIL.kind;
  readonly key = ADDRESS_MAIL.key;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly passwords: PasswordsService,
  ) {
    super();
  }

  /** Nothing to an address that has an account by now: its person asked for nothing. */
  async find(_: Recipient, { subjectId, key }: OutgoingMessage): Promise<AddressQuestion | null> {
    const side = key.split(':')[1] === 'new' ? 'new' : 'old';
    const change = await this.open(subjectId!);
    if (!change || (side === 'new' && (await this.isTaken(change)))) return null;
    return { id: change.id, side };
  }

  origin(): MailOrigin {
    return { scopes: [] };
  }

  async letter({ id, side }: AddressQuestion, recipient: Recipient): Promise<Letter> {
    const { email } = (await this.open(id))!;
    const { accountId, language, name } = recipient;
    const t = translator(language);
    const secret = await this.passwords.makeLink(accountId, purposeOf(side), id);
    return {
      subject: t('mail.address.subject'),
      paragraphs: [t(`mail.address.${side}`, { email, former: recipient.email }), t('mail.address.both')],
      action: { label: t('mail.address.action'), href: `/address/${secret}` },
      ...(side === 'new' && { to: { name, email, language } }),
    };
  }

  private open(id: string): Promise<AddressChange | null> {
    const where = { id, endedAt: IsNull(), expiresAt: MoreThan(this.clock.now()) };
    return this.unitOfWork.read.findOneBy(AddressChange, where);
  }

  private isTaken({ email }: AddressChange): Promise<boolean> {
    return this.unitOfWork.read.existsBy(Account, { email });
  }
}
