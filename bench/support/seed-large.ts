import { randomUUID } from 'node:crypto';
import { EntryIndex } from '../../src/progress/board/entry-index.js';
import { Disclosure, Entry, EntryItem, EntryVersion } from '../../src/progress/entries/entry.entity.js';
import { VISIBILITIES } from '../../src/progress/entries/vocabulary.js';
import type { BenchApp } from './app.js';
import {
  entryContent,
  insertPeople,
  insertPlan,
  insertRows,
  newKey,
  newPerson,
  type Person,
} from './seed.js';
import { Words } from './words.js';

export const LARGE_MECHANISM = 'rabat';
const ITEMS = 5_000;
const STATES = 'KEN ETH EGY ITA SDN ERI DJI SOM UGA SEN MAR TUN NGA GHA MLI NER TCD CMR CIV FRA'.split(' ');
/** Halves of the years 2023 to 2026. */
const PERIODS = Array.from({ length: 8 }, (_, index) => {
  const year = 2023 + Math.floor(index / 2);
  return index % 2
    ? { periodStart: `${year}-07-01`, periodEnd: `${year}-12-31` }
    : { periodStart: `${year}-01-01`, periodEnd: `${year}-06-30` };
});
const AT_ONCE = 5_000;
const ITEMS_AT_ONCE = 500;

export interface LargeMechanism {
  itemIds: string[];
  /** Keys of programs: of the secretariat's, and of one of twenty focal points. */
  tokens: { secretariat: string; member: string };
}

/** A mechanism with a plan of 5,000 items and so many entries, in every state and as open as their reporters chose. */
export async function seedLarge(app: BenchApp, entries: number): Promise<LargeMechanism> {
  const secretariat = newPerson('rabat@example.org', 'secretariat', LARGE_MECHANISM);
  const member = newPerson('kenya.rabat@example.org', 'focal-point', LARGE_MECHANISM, STATES[0]);
  await insertPeople(app, [secretariat, member]);
  const titles = new Words(7);
  const items = Array.from({ length: ITEMS }, () => ({
    title: titles.text(9),
    owner: 'all-members' as const,
    whenEnd: '2026-12-31',
  }));
  const itemIds = await insertPlan(app, LARGE_MECHANISM, items);
  const words = new Words(8);
  for (let from = 0; from < entries; from += AT_ONCE)
    await insertEntries(app, itemIds, words, from, Math.min(entries, from + AT_ONCE));
  for (let from = 0; from < itemIds.length; from += ITEMS_AT_ONCE)
    await app.get(EntryIndex).refreshItems(itemIds.slice(from, from + ITEMS_AT_ONCE));
  return {
    itemIds,
    tokens: { secretariat: await tokenOf(app, secretariat), member: await tokenOf(app, member) },
  };
}

const tokenOf = (app: BenchApp, { account }: Person) => newKey(app, account);

async function insertEntries(app: BenchApp, itemIds: string[], words: Words, from: number, until: number) {
  const now = app.clock.now();
  const made = Array.from({ length: until - from }, (_, offset) => {
    const index = from + offset;
    const state = index % 10 === 0 ? 'draft' : index % 5 === 1 ? 'submitted' : 'accepted';
    const entry = {
      id: randomUUID(),
      mechanismId: LARGE_MECHANISM,
      reporterKind: 'state' as const,
      reporter: STATES[(index + Math.floor(index / itemIds.length)) % STATES.length]!,
      authorId: null,
      state: state as Entry['state'],
      // Each item is reported on by several, in one period after the other.
      ...PERIODS[Math.floor(index / itemIds.length) % PERIODS.length]!,
      content: entryContent(words),
      submittedVersion: state === 'draft' ? 0 : 1,
      acceptedVersion: state === 'accepted' ? 1 : 0,
      waitingSince: state === 'submitted' ? now : null,
      createdAt: now,
      changedAt: now,
      version: 1,
    };
    const itemId = itemIds[index % itemIds.length]!;
    const visibility = VISIBILITIES[Math.floor(index / 7) % VISIBILITIES.length]!;
    const { acceptedVersion } = entry;
    const acceptedAt = acceptedVersion > 0 ? now : null;
    const disclosure = { mechanismId: LARGE_MECHANISM, visibility, acceptedVersion, acceptedAt };
    return { entry, itemId, disclosure };
  });
  const submitted = made.filter(({ entry }) => entry.submittedVersion > 0);
  await insertRows(
    app,
    Entry,
    made.map(({ entry }) => entry),
  );
  await insertRows(
    app,
    EntryItem,
    made.flatMap(({ entry: { id: entryId, submittedVersion }, itemId }) =>
      [...new Set([0, submittedVersion])].map((number) => ({ entryId, number, itemId })),
    ),
  );
  await insertRows(
    app,
    Disclosure,
    made.map(({ entry, disclosure }) => ({ entryId: entry.id, ...disclosure, release: 'none' })),
  );
  await insertRows(
    app,
    EntryVersion,
    submitted.map(({ entry: { id: entryId, periodStart, periodEnd, content, state } }) => ({
      entryId,
      number: 1,
      submittedAt: now,
      submittedBy: null,
      periodStart,
      periodEnd,
      content,
      acceptedAt: state === 'accepted' ? now : null,
    })),
  );
}
