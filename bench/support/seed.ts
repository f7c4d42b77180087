import { randomUUID } from 'node:crypto';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { Account, RoleGrant } from '../../src/accounts/account.entity.js';
import { SESSION_COOKIE } from '../../src/accounts/actor.resolver.js';
import { expiryOf } from '../../src/accounts/keys/new-key.js';
import type { Role } from '../../src/accounts/roles.js';
import { SignInService } from '../../src/accounts/sign-in.service.js';
import { TokensService } from '../../src/accounts/keys/tokens.service.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { localized } from '../../src/platform/i18n/localized.js';
import { ItemObjective, ItemOwner, Plan, PlanItem } from '../../src/plans/plan/plan.entity.js';
import type { OwnerKind } from '../../src/plans/plan/vocabulary.js';
import type { EntryContent } from '../../src/progress/entries/entry-content.js';
import {
  Disclosure,
  Entry,
  EntryEvidence,
  EntryItem,
  EntryVersion,
  Evidence,
} from '../../src/progress/entries/entry.entity.js';
import type { BenchApp } from './app.js';
import { Words } from './words.js';

export const MECHANISM = 'khartoum';
export const PERIOD = { periodStart: '2026-09-01', periodEnd: '2027-02-28' };

const ITEMS = 1_000;
const ENTRIES = 10_000;
/** Of the entries, those still open for their reporter to write on. */
const DRAFTS = 2_000;
/** Every so many items, one that the others after it lie under. */
const GROUP = 20;
export const OBJECTIVES = 23;
export const DRAFTING_STATE = 'KEN';
const STATES = ['ETH', 'EGY', 'ITA', 'SDN', 'ERI', 'DJI', 'SOM', 'UGA'];
/** SQLite takes a bounded number of parameters in a statement. */
const ROWS_AT_ONCE = 500;

export interface Draft {
  id: string;
  itemId: string;
}

/** What lies in the database, and keys to it. */
export interface Seed {
  itemIds: string[];
  drafts: Draft[];
  /** Of a program with a focal point's rights, who wrote the drafts. */
  token: string;
  /** Of a browser signed in as the secretariat. */
  cookie: string;
  /** The focal point's browser, with the token of its forms. */
  focalPoint: { cookie: string; csrf: string };
}

/** Fills the database with a plan and what was reported on it, in rows as the services would have written them. */
export async function seed(app: BenchApp): Promise<Seed> {
  const secretariat = newPerson('secretariat@example.org', 'secretariat', MECHANISM);
  const focalPoint = newPerson('kenya@example.org', 'focal-point', MECHANISM, DRAFTING_STATE);
  await insertPeople(app, [secretariat, focalPoint]);
  const itemIds = await insertPlan(app, MECHANISM, itemsOf(ITEMS, new Words(1)));
  const drafts = await insertEntries(app, itemIds, focalPoint.account.id);
  const { account } = focalPoint;
  return {
    itemIds,
    drafts,
    token: await newKey(app, account),
    cookie: (await browserOf(app, secretariat.account)).cookie,
    focalPoint: await browserOf(app, account),
  };
}

/** A key that may all that its account may. */
export const newKey = (app: BenchApp, { id, name }: Account) =>
  app.get(TokensService).issue({ accountId: id, name }, id, {
    label: 'bench',
    expiresAt: expiryOf(null, app.clock.now()),
    canWrite: true,
    mechanismIds: null,
    administrator: false,
  });

export interface Person {
  account: Account;
  grant: RoleGrant;
}

export function newPerson(
  email: string,
  role: Role,
  mechanismId: string,
  subject: string | null = null,
  language = 'en',
): Person {
  const id = randomUUID();
  const grant = Object.assign(new RoleGrant(), {
    id: randomUUID(),
    accountId: id,
    mechanismId,
    role,
    subject,
    fromDay: '2020-01-01',
    untilDay: null,
  });
  const account = Object.assign(new Account(), {
    id,
    email,
    name: `Person of ${email}`,
    language,
    zone: 'UTC',
    passwordHash: 'none that any password has',
    administrator: false,
    closedAt: null,
    createdAt: new Date(0),
    version: 1,
    grants: [grant],
  });
  return { account, grant };
}

export async function insertPeople(app: BenchApp, people: readonly Person[]): Promise<void> {
  await insertRows(
    app,
    Account,
    people.map(({ account: { grants: _, ...row } }) => row),
  );
  await insertRows(
    app,
    RoleGrant,
    people.map(({ grant }) => grant),
  );
}

export interface SeedItem {
  title: string;
  owner: OwnerKind;
  whenEnd: string | null;
}

/** An adopted plan; answers the ids of its items. */
export async function insertPlan(
  app: BenchApp,
  mechanismId: string,
  items: readonly SeedItem[],
): Promise<string[]> {
  const planId = randomUUID();
  await insertRows(app, Plan, [
    {
      id: planId,
      mechanismId,
      kind: 'strategic',
      state: 'adopted',
      title: localized('en', 'Plan of the bench'),
      levelNames: ['Area', 'Action'],
      periodStart: '2026-01-01',
      periodEnd: '2027-12-31',
      isPublic: false,
      createdAt: app.clock.now(),
      version: 1,
    },
  ]);
  const ids = items.map(() => randomUUID());
  const rows = items.map(({ title, whenEnd }, index) => ({
    id: ids[index],
    planId,
    parentId: index % GROUP === 0 ? null : ids[index - (index % GROUP)],
    position: index % GROUP === 0 ? index / GROUP : (index % GROUP) - 1,
    code: String(index + 1),
    title: localized('en', title),
    description: localized('en', new Words(index + 1).text(40)),
    status: 'ongoing',
    whenPrecision: whenEnd ? 'day' : 'none',
    whenStart: whenEnd,
    whenEnd,
    version: 1,
  }));
  // Parents first: the others refer to them.
  await insertRows(
    app,
    PlanItem,
    [...rows].sort((a, b) => Number(a.parentId !== null) - Number(b.parentId !== null)),
  );
  await insertRows(
    app,
    ItemOwner,
    items.map(({ owner }, index) => ({ id: randomUUID(), itemId: ids[index], kind: owner, subject: null })),
  );
  const mapping = (itemId: string, index: number) => ({
    id: randomUUID(),
    itemId,
    objective: 1 + (index % OBJECTIVES),
    letter: '',
  });
  await insertRows(app, ItemObjective, ids.map(mapping));
  return ids;
}

const itemsOf = (count: number, words: Words): SeedItem[] =>
  Array.from({ length: count }, () => ({ title: words.text(9), owner: 'all-members', whenEnd: null }));

/** Every item gets as many; the first of them are drafts, most of the others accepted and open to the members. */
async function insertEntries(app: BenchApp, itemIds: string[], authorId: string): Promise<Draft[]> {
  const words = new Words(2);
  const now = app.clock.now();
  const entries = Array.from({ length: ENTRIES }, (_, index) => {
    const state = index < DRAFTS ? 'draft' : index % 5 === 0 ? 'submitted' : 'accepted';
    return {
      id: randomUUID(),
      mechanismId: MECHANISM,
      reporterKind: 'state' as const,
      reporter:
        state === 'draft' ? DRAFTING_STATE : STATES[Math.floor(index / itemIds.length) % STATES.length]!,
      authorId,
      state: state,
      ...PERIOD,
      content: entryContent(words),
      submittedVersion: state === 'draft' ? 0 : 1,
      acceptedVersion: state === 'accepted' ? 1 : 0,
      waitingSince: state === 'submitted' ? now : null,
      createdAt: now,
      changedAt: now,
      version: 1,
    };
  });
  const itemOf = (index: number) => itemIds[index % itemIds.length]!;
  const submitted = entries.filter(({ state }) => state !== 'draft');
  await insertRows(app, Entry, entries);
  await insertRows(
    app,
    EntryItem,
    entries.flatMap(({ id: entryId, submittedVersion }, index) =>
      [...new Set([0, submittedVersion])].map((number) => ({ entryId, number, itemId: itemOf(index) })),
    ),
  );
  await insertRows(
    app,
    Disclosure,
    entries.map(({ id, acceptedVersion }) => ({
      entryId: id,
      mechanismId: MECHANISM,
      visibility: 'mechanism',
      release: 'attributed',
      acceptedVersion,
      acceptedAt: acceptedVersion > 0 ? now : null,
    })),
  );
  await insertRows(
    app,
    EntryVersion,
    submitted.map(({ id, content, state }) => ({
      entryId: id,
      number: 1,
      submittedAt: now,
      submittedBy: authorId,
      ...PERIOD,
      content,
      acceptedAt: state === 'accepted' ? now : null,
    })),
  );
  const evidence = submitted
    .filter((_, index) => index % 4 === 0)
    .map(({ id: entryId }) => ({ id: randomUUID(), entryId }));
  await insertRows(
    app,
    Evidence,
    evidence.map((one) => ({ ...one, title: 'A link', url: 'https://example.org/', addedAt: now })),
  );
  await insertRows(
    app,
    EntryEvidence,
    evidence.flatMap(({ id: evidenceId, entryId }) =>
      [0, 1].map((number) => ({ entryId, number, evidenceId })),
    ),
  );
  return entries.slice(0, DRAFTS).map(({ id }, index) => ({ id, itemId: itemOf(index) }));
}

/** The words of an entry of ordinary length. */
export function entryContent(words: Words): EntryContent {
  return {
    language: 'en',
    status: 'ongoing',
    narrative: words.text(110),
    results: words.text(50),
    challengeCodes: [],
    challenges: words.text(25),
    nextSteps: words.text(25),
    supportKinds: [],
    support: null,
    practice: false,
  };
}

export async function insertRows<T extends ObjectLiteral>(
  app: BenchApp,
  entity: EntityTarget<T>,
  rows: readonly object[],
): Promise<void> {
  await app.get(UnitOfWork).run(async (manager) => {
    for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
      const values = rows.slice(start, start + ROWS_AT_ONCE) as T[];
      await manager.createQueryBuilder().insert().into(entity).values(values).updateEntity(false).execute();
    }
  });
}

/** The cookies of a browser that has signed in and seen a page, and the token of its forms. */
async function browserOf(app: BenchApp, account: Account): Promise<Seed['focalPoint']> {
  const secret = await app.get(SignInService).open(account, { address: '127.0.0.1', userAgent: 'bench' });
  const signedIn = `${SESSION_COOKIE}=${secret}`;
  const answer = await fetch(`${app.url}/account`, { headers: { cookie: signedIn } });
  if (!answer.ok) throw new Error(`signing in for the bench answered ${answer.status}`);
  const cookie = [signedIn, ...answer.headers.getSetCookie().map((line) => line.split(';')[0]!)].join('; ');
  return { cookie, csrf: /name="_csrf" value="([^"]+)"/.exec(await answer.text())![1]! };
}
