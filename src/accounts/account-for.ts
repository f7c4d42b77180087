import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { InvalidError } from '../platform/errors.js';
import { Account } from './account.entity.js';

export interface NewPerson {
  name: string;
  email: string;
  language: string;
  /** Where they work, as far as it is known: of their State, else of the mechanism. */
  zone: string;
}

/**
 * The account of an address, made when there is none. One that is there keeps its own name and language. Throws
 * InvalidError when it is closed: a role would be held by nobody.
 */
export async function accountFor(manager: EntityManager, person: NewPerson, now: Date): Promise<Account> {
  const known = await manager.findOneBy(Account, { email: person.email });
  if (known?.closedAt) throw InvalidError.field('email', 'error.accountClosed');
  if (known) return known;
  // Two who invite the same person at once both come here; the address decides, quietly.
  await manager
    .createQueryBuilder()
    .insert()
    .into(Account)
    .values(newAccount(person, now))
    .orIgnore()
    .execute();
  return manager.findOneByOrFail(Account, { email: person.email });
}

/** An account that may not sign in yet: its person sets a password first. */
export function newAccount({ name, email, language, zone }: NewPerson, now: Date): Account {
  return Object.assign(new Account(), {
    id: uuid(),
    email,
    name,
    language,
    zone,
    passwordHash: null,
    administrator: false,
    noShortcuts: false,
    closedAt: null,
    createdAt: now,
    lastSignInDay: null,
    secondFactorSince: null,
    version: 1,
  });
}
