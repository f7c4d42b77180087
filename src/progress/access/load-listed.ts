import { type EntityManager, In, type SelectQueryBuilder } from 'typeorm';
import { keptBackIn } from '../../gate/kept-back.js';
import type { Actor } from '../../platform/http/actor.js';
import { type Disclosure, Entry, type EntryVersion } from '../entries/entry.entity.js';
import { itemRowsOf } from './load-whole.js';
import { seenBy, type SeenEntry } from './seen-entry.js';

/** An entry as a list shows it: whose it is, what about and for when, and nothing that it says. */
export type ListedEntry = Pick<
  SeenEntry,
  | 'id'
  | 'number'
  | 'mechanismId'
  | 'reporterKind'
  | 'reporter'
  | 'sight'
  | 'state'
  | 'standing'
  | 'periodStart'
  | 'periodEnd'
  | 'objectives'
  | 'items'
  | 'question'
>;

export interface ListedLine extends ListedEntry {
  /** Whether the actor may answer it for a secretariat. */
  answerable: boolean;
}

interface Listed extends ListedLine {
  moment: string;
  total: number;
}
interface Raw {
  entry_id: string;
  moment: string;
  kept: number;
  total?: number | string;
}

const ENTRY: (keyof Entry)[] = [
  'id',
  'mechanismId',
  'reporterKind',
  'reporter',
  'state',
  'periodStart',
  'periodEnd',
  'objectives',
  'submittedVersion',
  'createdAt',
  'changedAt',
];
const DISCLOSURE: (keyof Disclosure)[] = [
  'entryId',
  'mechanismId',
  'visibility',
  'acceptedVersion',
  'acceptedAt',
  'returnedVersion',
];
const VERSION: (keyof EntryVersion)[] = [
  'entryId',
  'number',
  'submittedAt',
  'submittedBy',
  'periodStart',
  'periodEnd',
  'objectives',
];
/**
 * Entries as lines of a list, in two statements. `latest` is a query of their ids in the order of a `moment`; it has asked
 * whether the actor sees them, and that is asked once more of what was read. Neither their words nor their evidence are.
 * `counted`: it tells with each the `total` of which these are the first.
 */
export async function loadListed(
  read: EntityManager,
  actor: Actor,
  latest: Pick<SelectQueryBuilder<Entry>, 'getQuery' | 'getParameters'>,
  { shownIn, counted }: { shownIn?: string; counted?: boolean } = {},
): Promise<Listed[]> {
  const query = read
    .createQueryBuilder(Entry, 'entry')
    .innerJoin(`(${latest.getQuery()})`, 'latest', 'latest.id = entry.id')
    .leftJoin('entry.disclosures', 'place')
    // The texts that somebody reads who is not the reporter.
    .leftJoin('entry.versions', 'said', 'said.number IN (entry.submittedVersion, place.acceptedVersion)')
    .select([...of('entry', ENTRY), ...of('place', DISCLOSURE), ...of('said', VERSION)])
    .addSelect('latest.moment', 'moment')
    .addSelect(keptBackIn('entry', 'entry.id'), 'kept')
    .orderBy('moment', 'DESC')
    .addOrderBy('entry.id', 'DESC')
    .setParameters(latest.getParameters());
  if (counted) query.addSelect('latest.total', 'total');
  const { entities, raw } = await query.getRawAndEntities<Raw>();
  const rows = new Map(raw.map((row) => [row.entry_id, row]));
  const ids = entities.map(({ id }) => id);
  const items = ids.length > 0 ? await itemRowsOf(read, In(ids)) : [];
  return entities.flatMap((entry) => {
    const own = items.filter(({ entryId }) => entryId === entry.id);
    const { moment, kept, total } = rows.get(entry.id)!;
    const whole = { entry, versions: entry.versions, items: own, evidence: [], keptBack: Number(kept) === 1 };
    const seen = seenBy(actor, whole, shownIn);
    return seen ? { ...lineOf(seen), moment, total: Number(total ?? 0) } : [];
  });
}

const of = (alias: string, columns: readonly string[]) => columns.map((column) => `${alias}.${column}`);

/** What was not read is not in it. */
function lineOf(seen: SeenEntry): ListedLine {
  const { id, number, mechanismId, reporterKind, reporter, sight, state, standing } = seen;
  const { periodStart, periodEnd, objectives, items } = seen;
  return {
    ...{ id, number, mechanismId, reporterKind, reporter, sight, state, standing },
    ...{ periodStart, periodEnd, objectives, items },
    answerable: seen.places.some((place) => place.answerable),
  };
}
