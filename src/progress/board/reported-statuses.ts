import type { ItemStatus } from '../../plans/plan/vocabulary.js';
import { audiencesOf } from '../access/entry-audience.js';
import { acceptedLater } from '../words/reported-status.js';

/** Of an entry, what says who reads the version accepted in a mechanism, and which status that names. */
export interface AcceptedEntry {
  entry: Parameters<typeof audiencesOf>[0] & { id: string };
  disclosures: readonly (Parameters<typeof audiencesOf>[1][number] & { acceptedAt: Date | null })[];
  versions: readonly { number: number; status: ItemStatus | null; withdrawnAt: unknown }[];
}

export interface SaidStatus {
  audience: string;
  voice: string;
  status: ItemStatus;
  acceptedAt: string;
  entryId: string;
}

/**
 * For each audience and reporter the last accepted report of these on an item of the mechanism that names a status; the
 * rule of `reportsOf`, turned around as `audiencesOf` turns sight around. All who see an entry there at all read what was
 * accepted there. What was taken back says nothing, not even to its reporter.
 */
export function reportedStatuses(mechanismId: string, entries: readonly AcceptedEntry[]): SaidStatus[] {
  const last = new Map<string, SaidStatus>();
  for (const { entry, disclosures, versions } of entries) {
    const place = disclosures.find((one) => one.mechanismId === mechanismId);
    const version = versions.find(({ number }) => number === place?.acceptedVersion);
    if (!place || !version?.status || version.withdrawnAt || entry.state === 'withdrawn') continue;
    const voice = `${entry.reporterKind}:${entry.reporter}`;
    const acceptedAt = place.acceptedAt?.toISOString() ?? '';
    for (const { audience } of audiencesOf(entry, [place])) {
      const said = { audience, voice, status: version.status, acceptedAt, entryId: entry.id };
      const known = last.get(`${audience}\n${voice}`);
      if (!known || acceptedLater(said, known) > 0) last.set(`${audience}\n${voice}`, said);
    }
  }
  return [...last.values()];
}
