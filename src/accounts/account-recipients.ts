import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Gather } from '../platform/gather.js';
import { translator } from '../platform/i18n/i18n.js';
import type { LetterLink } from '../platform/mail/letter.js';
import { type Recipient, Recipients } from '../platform/mail/mail-kind.js';
import { Account } from './account.entity.js';
import { actorOf } from './actor-of.js';
import { PasswordsService } from './passwords.service.js';
import { SecondFactorRequirement } from './second-factor/requirement.service.js';

/** Accounts as mail finds them. */
@Injectable()
export class AccountRecipients extends Recipients {
  private readonly gather = new Gather((ids: string[]) => this.all(ids));

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly passwords: PasswordsService,
    private readonly secondFactor: SecondFactorRequirement,
  ) {
    super();
  }

  find(accountId: string): Promise<Recipient | null> {
    return this.gather.one(accountId);
  }

  private async all(ids: string[]): Promise<(Recipient | null)[]> {
    const where = { id: In(ids), closedAt: IsNull() };
    const accounts = await this.unitOfWork.read.find(Account, { where, relations: { grants: true } });
    const byId = new Map(accounts.map((account) => [account.id, this.recipient(account)]));
    return ids.map((id) => byId.get(id) ?? null);
  }

  private recipient(account: Account): Recipient {
    const { id: accountId, email } = account;
    const actor = actorOf(account, 'person', this.clock.now());
    // The grants stay: what there is to do is told all the same.
    const { lacksSecondFactor } = this.secondFactor.withheld(account, actor);
    return {
      ...actor,
      lacksSecondFactor,
      accountId,
      email,
      entrance: (next) => this.entrance(account, next),
    };
  }

  private async entrance(
    { id, passwordHash, language }: Account,
    next: string | undefined,
  ): Promise<LetterLink | undefined> {
    if (passwordHash) return undefined;
    const secret = await this.passwords.makeLink(id, 'invitation');
    const query = next ? `?next=${encodeURIComponent(next)}` : '';
    return { label: translator(language)('mail.password.action'), href: `/password/${secret}${query}` };
  }
}
