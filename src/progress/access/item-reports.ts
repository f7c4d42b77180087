import { can } from '../../accounts/roles.js';
import type { Actor } from '../../platform/http/actor.js';
import type { ItemStatus } from '../../plans/plan/vocabulary.js';
import { acceptanceIn } from '../acceptance/acceptance-state.js';
import type { Disclosure, Entry } from '../entries/entry.entity.js';
import { acceptedLater, statusByReports } from '../words/reported-status.js';
import { sightThrough } from './entry-sight.js';
import { isOwnSubmission } from './own-submission.js';

/** A version that is about an item, in the item's mechanism: what says who sees it, and its status. */
export interface ReportRow {
  itemId: string;
  number: number;
  status: ItemStatus | null;
  submittedAt: string;
  acceptedAt: string | null;
  /** Whoever handed it in. */
  submittedBy: string | null;
  entry: Pick<Entry, 'id' | 'mechanismId' | 'reporterKind' | 'reporter' | 'state' | 'submittedVersion'>;
  place: Pick<Disclosure, 'mechanismId' | 'visibility' | 'acceptedVersion' | 'returnedVersion'>;
}

export interface Said {
  entryId: string;
  reporterKind: Entry['reporterKind'];
  reporter: string;
  at: Date;
}

/** What one reader knows of the reports on an item. */
export interface ItemReports {
  /** The last one. */
  last: Said | null;
  /** Of each reporter the last accepted one that names a status, the latest first. */
  accepted: (Said & { status: ItemStatus })[];
  /** By these; see `statusByReports`. */
  status: ItemStatus | null;
  /** Entries that wait for the reader to accept them. */
  waiting: number;
}

export const NO_REPORTS: ItemReports = { last: null, accepted: [], status: null, waiting: 0 };

/**
 * By item, what the actor knows of it by these rows: each is asked whether the actor sees it (`sightThrough`). Whoever
 * reads accepted versions alone knows them from the day on which they were accepted.
 */
export function reportsOf(actor: Actor, rows: readonly ReportRow[]): Map<string, ItemReports> {
  const byItem = new Map<string, ReportRow[]>();
  for (const row of rows) byItem.set(row.itemId, [...(byItem.get(row.itemId) ?? []), row]);
  return new Map([...byItem].map(([itemId, those]) => [itemId, ofItem(actor, those)]));
}

function ofItem(actor: Actor, rows: readonly ReportRow[]): ItemReports {
  const seen = rows.flatMap((row) => {
    const sight = sightThrough(actor, row.entry, row.place);
    const isAccepted = row.number === row.place.acceptedVersion;
    if (sight === null || (sight === 'accepted' && !isAccepted)) return [];
    const known = sight === 'accepted' && row.acceptedAt ? row.acceptedAt : row.submittedAt;
    return [{ row, isAccepted, known }];
  });
  const latest = [...seen].sort((a, b) => b.known.localeCompare(a.known));
  const accepted = new Map<string, Said & { status: ItemStatus }>();
  for (const { row, isAccepted } of [...seen].sort((a, b) => byAcceptance(b.row, a.row))) {
    const { reporterKind, reporter } = row.entry;
    const voice = `${reporterKind}:${reporter}`;
    if (isAccepted && row.status && !accepted.has(voice))
      accepted.set(voice, { ...saidIn(row, row.acceptedAt ?? row.submittedAt), status: row.status });
  }
  const said = [...accepted.values()];
  return {
    last: latest[0] ? saidIn(latest[0].row, latest[0].known) : null,
    accepted: said,
    status: statusByReports(said.map(({ status }) => status)),
    waiting: seen.filter(({ row }) => waits(actor, row)).length,
  };
}

const byAcceptance = (a: ReportRow, b: ReportRow) => acceptedLater(accepted(a), accepted(b));
const accepted = ({ acceptedAt, entry }: ReportRow) => ({ acceptedAt, entryId: entry.id });

const saidIn = ({ entry: { id, reporterKind, reporter } }: ReportRow, at: string): Said => ({
  entryId: id,
  reporterKind,
  reporter,
  at: new Date(at),
});

/** As `answerable` says of an entry: its own is for a colleague to accept. */
const waits = (actor: Actor, { entry, place, number, submittedBy }: ReportRow) =>
  number === entry.submittedVersion &&
  acceptanceIn(entry, place) === 'submitted' &&
  !isOwnSubmission(actor, entry, { submittedBy }) &&
  can(actor, 'progress.accept', place.mechanismId);
