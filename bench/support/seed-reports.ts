import { randomUUID } from 'node:crypto';
import { Disclosure, Entry, EntryItem, EntryVersion } from '../../src/progress/entries/entry.entity.js';
import type { BenchApp } from './app.js';
import { entryContent, insertPeople, insertPlan, insertRows, MECHANISM, newKey, newPerson } from './seed.js';
import { Words } from './words.js';

const ITEMS = 155;
const STATES = 'KEN ETH EGY ITA SDN ERI DJI SOM UGA SSD TUN AUT BEL DEU ESP FRA MLT NLD SWE'.split(' ');
/** Every so many of them, one that is not named. */
const UNNAMED = 4;
const AT_ONCE = 5_000;

export interface Reports {
  /** A key of the secretariat's program. */
  token: string;
}

/** A plan of 155 items, and so many reports of nineteen States on it that documents may use, all of them in English. */
export async function seedReports(app: BenchApp, entries: number): Promise<Reports> {
  const secretariat = newPerson('secretariat@example.org', 'secretariat', MECHANISM);
  await insertPeople(app, [secretariat]);
  const titles = new Words(7);
  const items = Array.from({ length: ITEMS }, () => ({
    title: titles.text(9),
    owner: 'all-members' as const,
    whenEnd: null,
  }));
  const itemIds = await insertPlan(app, MECHANISM, items);
  const words = new Words(8);
  for (let from = 0; from < entries; from += AT_ONCE)
    await insertReleased(app, itemIds, words, from, Math.min(entries, from + AT_ONCE));
  return { token: await newKey(app, secretariat.account) };
}

async function insertReleased(app: BenchApp, itemIds: string[], words: Words, from: number, until: number) {
  const now = app.clock.now();
  const made = Array.from({ length: until - from }, (_, offset) => {
    const index = from + offset;
    const year = 2025 + (index % 2);
    return {
      id: randomUUID(),
      itemId: itemIds[index % itemIds.length]!,
      reporter: STATES[index % STATES.length]!,
      release: index % UNNAMED === 0 ? 'unattributed' : 'attributed',
      period: { periodStart: `${year}-01-01`, periodEnd: `${year}-06-30` },
      content: entryContent(words),
    };
  });
  await insertRows(
    app,
    Entry,
    made.map(({ id, reporter, period, content }) => ({
      id,
      mechanismId: MECHANISM,
      reporterKind: 'state',
      reporter,
      authorId: null,
      state: 'accepted',
      ...period,
      content,
      submittedVersion: 1,
      acceptedVersion: 1,
      waitingSince: null,
      createdAt: now,
      changedAt: now,
      version: 1,
    })),
  );
  await insertRows(
    app,
    EntryItem,
    made.flatMap(({ id: entryId, itemId }) => [0, 1].map((number) => ({ entryId, number, itemId }))),
  );
  await insertRows(
    app,
    Disclosure,
    made.map(({ id: entryId, release }) => ({
      entryId,
      mechanismId: MECHANISM,
      visibility: 'mechanism',
      release,
      acceptedVersion: 1,
      acceptedAt: now,
    })),
  );
  await insertRows(
    app,
    EntryVersion,
    made.map(({ id: entryId, period, content }) => ({
      entryId,
      number: 1,
      submittedAt: now,
      submittedBy: null,
      ...period,
      content,
      acceptedAt: now,
    })),
  );
}
