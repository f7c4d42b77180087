import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { Brackets } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { peopleIn } from '../../platform/addresses/pasted.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../platform/errors.js';
import type { Actor, Grant } from '../../platform/http/actor.js';
import { Account } from '../account.entity.js';
import { actorOf } from '../actor-of.js';
import { ScopeNames } from '../keys/scope-names.js';
import { can } from '../roles.js';
import type { AccountQuery, AccountState } from './administration.dto.js';

/** An account as an administrator sees it: that it is there, and what it may do; nothing of what it did. */
export interface AccountSummary {
  id: string;
  name: string;
  email: string;
  state: AccountState;
  administrator: boolean;
  lastSignInDay: string | null;
  createdAt: Date;
  closedAt: Date | null;
  roles: (Grant & { mechanism: string })[];
}

const PAGE = 50;

/** The accounts of the installation. */
@Injectable()
export class AccountListService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly modules: ModuleRef,
  ) {}

  /** By address, a page at a time. Throws NotFoundError for who does not run the installation. */
  async list(
    actor: Actor,
    { q, state, cursor }: AccountQuery,
  ): Promise<{ items: AccountSummary[]; nextCursor: string | null }> {
    demandAdministrator(actor);
    const query = this.unitOfWork.read
      .createQueryBuilder(Account, 'account')
      .leftJoinAndSelect('account.grants', 'grant')
      // Says when a role's days begin.
      .leftJoinAndSelect('grant.mechanism', 'mechanism')
      .orderBy('account.email')
      .take(PAGE + 1);
    if (q)
      query.andWhere(
        new Brackets((either) =>
          either
            .where(`LOWER(account.name) LIKE :like ESCAPE '!'`)
            .orWhere(`account.email LIKE :like ESCAPE '!'`),
        ),
        { like: `%${(peopleIn(q).people[0]?.email ?? q.toLowerCase()).replace(/[!%_]/g, '!$&')}%` },
      );
    if (state === 'closed') query.andWhere('account.closedAt IS NOT NULL');
    if (state === 'open') query.andWhere('account.closedAt IS NULL AND account.passwordHash IS NOT NULL');
    if (state === 'invited') query.andWhere('account.closedAt IS NULL AND account.passwordHash IS NULL');
    if (cursor) query.andWhere('account.email > :cursor', { cursor });
    const found = await query.getMany();
    const items = found.slice(0, PAGE);
    return {
      items: await this.summaries(actor, items),
      nextCursor: found.length > PAGE ? items.at(-1)!.email : null,
    };
  }

  /** One of them. Throws NotFoundError when it is not there, or for who does not run the installation. */
  async find(actor: Actor, id: string): Promise<AccountSummary> {
    demandAdministrator(actor);
    const account = await this.unitOfWork.read.findOne(Account, {
      where: { id },
      relations: { grants: true },
    });
    if (!account) throw new NotFoundError('account');
    return (await this.summaries(actor, [account]))[0]!;
  }

  private async summaries({ language }: Actor, accounts: Account[]): Promise<AccountSummary[]> {
    const now = this.clock.now();
    const actors = accounts.map((account) => actorOf(account, 'person', now));
    const scopes = new Set(actors.flatMap(({ grants }) => grants.map(({ scope }) => scope)));
    const names = await this.modules.get(ScopeNames, { strict: false }).namesOf([...scopes], language);
    return accounts.map((account, index) => ({
      id: account.id,
      name: account.name,
      email: account.email,
      state: stateOf(account),
      administrator: account.administrator,
      lastSignInDay: account.lastSignInDay,
      createdAt: account.createdAt,
      closedAt: account.closedAt,
      roles: account.closedAt
        ? []
        : actors[index]!.grants.map((grant) => ({
            ...grant,
            mechanism: names.get(grant.scope) ?? grant.scope,
          })),
    }));
  }
}

export const stateOf = ({ closedAt, passwordHash }: Account): AccountState => {
  if (closedAt) return 'closed';
  return passwordHash === null ? 'invited' : 'open';
};

/** Throws NotFoundError: that there is a list is nobody else's business. */
export function demandAdministrator(actor: Actor): void {
  if (!can(actor, 'installation.manage', null)) throw new NotFoundError('account');
}
