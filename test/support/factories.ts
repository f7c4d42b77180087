import { randomUUID } from 'node:crypto';
import { actorOf } from '../../src/accounts/actor-of.js';
import { Account, RoleGrant } from '../../src/accounts/account.entity.js';
import type { Role } from '../../src/accounts/roles.js';
import { SignInService } from '../../src/accounts/sign-in.service.js';
import { SESSION_COOKIE } from '../../src/accounts/actor.resolver.js';
import { ApiToken } from '../../src/accounts/credential.entity.js';
import { hashPassword, newSecret } from '../../src/accounts/secrets.js';
import { Cookies } from '../../src/platform/http/cookies.js';
import { readInput } from '../../src/platform/http/read-input.js';
import { ItemsService } from '../../src/plans/items/items.service.js';
import { NewItemInput } from '../../src/plans/items/item.dto.js';
import { PlanInput } from '../../src/plans/plan/plan.dto.js';
import type { Plan, PlanItem } from '../../src/plans/plan/plan.entity.js';
import { PlansService } from '../../src/plans/plan/plans.service.js';
import { NewEntryInput } from '../../src/progress/entries/entry.dto.js';
import { ProgressService } from '../../src/progress/entries/progress.service.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import type { Actor } from '../../src/platform/http/actor.js';
import type { TestApp } from './app.js';
import { Client } from './client.js';

export interface Person {
  account: Account;
  actor: Actor;
}

let count = 0;

/** A person with roles: `newPerson(test, ['secretariat', 'rabat'])`, `newPerson(test, ['focal-point', 'rabat', 'SEN'])`. */
export async function newPerson(
  test: TestApp,
  ...roles: [role: Role, mechanism: string, subject?: string, until?: string][]
): Promise<Person> {
  return newAccount(test, {}, roles);
}

export async function newAccount(
  test: TestApp,
  fields: Partial<Account> = {},
  roles: [role: Role, mechanism: string, subject?: string, until?: string][] = [],
): Promise<Person> {
  const id = randomUUID();
  count += 1;
  const account = Object.assign(new Account(), {
    id,
    email: `person${count}@example.org`,
    name: `Person ${count}`,
    language: 'en',
    zone: 'UTC',
    passwordHash: null,
    administrator: false,
    closedAt: null,
    createdAt: test.clock.now(),
    lastSignInDay: null,
    version: 1,
    ...fields,
  });
  const grants = roles.map(([role, mechanismId, subject = null, untilDay = null]) =>
    Object.assign(new RoleGrant(), {
      id: randomUUID(),
      accountId: account.id,
      mechanismId,
      role,
      subject,
      fromDay: '2020-01-01',
      untilDay,
    }),
  );
  account.grants = await test.get(UnitOfWork).run(async (manager) => {
    await manager.insert(Account, account);
    for (const grant of grants) await manager.insert(RoleGrant, grant);
    const held = await manager.findBy(RoleGrant, { accountId: id });
    return grants.map((grant) => held.find((one) => one.id === grant.id)!);
  });
  return { account, actor: actorOf(account, 'person', test.clock.now()) };
}

export const newAdministrator = (test: TestApp) => newAccount(test, { administrator: true });

/** Of the people who have one, in tests. */
export const PASSWORD = 'a stone, a river, nine birds';
let hashed: Promise<string> | undefined;

/** Gives a person the password of the tests. */
export async function givePassword(test: TestApp, { account }: Person): Promise<void> {
  account.passwordHash = await (hashed ??= hashPassword(PASSWORD, { email: '' }));
  const { id, passwordHash } = account;
  await test.get(UnitOfWork).run((manager) => manager.update(Account, { id }, { passwordHash }));
}

/** A browser signed in as a person. */
export async function browserOf(test: TestApp, person: Person): Promise<Client> {
  const secret = await test
    .get(SignInService)
    .open(person.account, { address: '127.0.0.1', userAgent: 'test' });
  const client = new Client(test);
  (client as unknown as { cookies: Map<string, string> }).cookies.set(
    test.get(Cookies).nameOf(SESSION_COOKIE),
    secret,
  );
  await client.get('/form-token');
  return client;
}

/**
 * What a person does by the API in a browser, where a key may not: signed in anew each time, since tests move the clock
 * by days.
 */
export const inPerson = (test: TestApp, person: Person): Client =>
  Object.assign(new Client(test), {
    api: async (...call: Parameters<Client['api']>) => (await browserOf(test, person)).api(...call),
  });

/** A program with a person's rights, or fewer. */
export async function programOf(
  test: TestApp,
  person: Person,
  reach: Partial<ApiToken> = {},
): Promise<Client> {
  return new Client(test, await keyOf(test, person, reach));
}

/** A key of a person, as it is sent. */
export async function keyOf(test: TestApp, { account }: Person, reach: Partial<ApiToken> = {}) {
  const { secret, hash } = newSecret('waymark_');
  const now = test.clock.now();
  const key = {
    id: randomUUID(),
    secretHash: hash,
    accountId: account.id,
    label: 'test',
    prefix: secret.slice(0, 12),
    createdAt: now,
    expiresAt: new Date(now.getTime() + 365 * 86_400_000),
    canWrite: true,
    mechanismIds: null,
    administrator: account.administrator,
    ...reach,
  };
  await test.get(UnitOfWork).run((manager) => manager.insert(ApiToken, key as ApiToken));
  return secret;
}

/** An adopted plan with items, made through the services by a secretariat. */
export async function newPlan(
  test: TestApp,
  mechanismId: string,
  items: Partial<
    Record<'code' | 'title' | 'parent', string> & {
      owners: string[];
      objectives: string[];
      when: object;
      status: string;
    }
  >[] = [{}],
  options: { draft?: boolean; isPublic?: boolean } = {},
): Promise<{ plan: Plan; items: PlanItem[]; secretariat: Person }> {
  const secretariat = await newPerson(test, ['secretariat', mechanismId]);
  const plans = test.get(PlansService);
  const input = readInput(PlanInput, {
    kind: 'strategic',
    title: { original: 'en', texts: { en: 'A plan' } },
    isPublic: options.isPublic ?? false,
  });
  const plan = await plans.create(secretariat.actor, mechanismId, input);
  const made: PlanItem[] = [];
  for (const [
    index,
    { title = `Item ${index + 1}`, code = String(index + 1), parent, ...item },
  ] of items.entries()) {
    const parentId = made.find((one) => one.code === parent)?.id ?? null;
    const itemFields = readInput(NewItemInput, {
      code,
      title: { original: 'en', texts: { en: title } },
      parentId,
      ...item,
    });
    made.push(await test.get(ItemsService).add(secretariat.actor, plan.id, itemFields));
  }
  if (!options.draft)
    await plans.move(secretariat.actor, plan.id, 'adopt', { by: 'A meeting', on: '2026-01-15' });
  return { plan, items: made, secretariat };
}

/** An entry as its reporter begins it. */
export function newEntry(
  test: TestApp,
  reporter: Person,
  item: PlanItem,
  fields: {
    mechanismId: string;
    as: string;
    narrative?: string;
    practice?: boolean;
    status?: string;
    language?: string;
    periodStart?: string;
    periodEnd?: string;
  },
) {
  const {
    mechanismId,
    as,
    narrative = 'What was done',
    practice = false,
    status,
    language = 'en',
    periodStart = '2027-01-01',
    periodEnd = '2027-02-28',
  } = fields;
  const content = { language, narrative, practice, status };
  return test
    .get(ProgressService)
    .start(
      reporter.actor,
      readInput(NewEntryInput, { mechanismId, as, periodStart, periodEnd, items: [item.id], content }),
    );
}
