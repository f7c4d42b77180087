import type { SeenEntry, SeenVersion } from '../access/seen-entry.js';
import type { EntryDisclosure } from '../access/seen-disclosure.js';
import { evidenceResource } from '../evidence/evidence.resource.js';

/** An entry as the API shows it to this caller. */
export function entryResource(entry: SeenEntry) {
  const {
    id,
    mechanismId,
    reporterKind,
    reporter,
    sight,
    state,
    standing,
    periodStart,
    periodEnd,
    content,
    number,
    changedAt,
    comment,
    writers,
  } = entry;
  return {
    id,
    mechanismId,
    reporter: { kind: reporterKind, subject: reporter || null },
    sight,
    state,
    standing,
    periodStart,
    periodEnd,
    content,
    submittedVersion: number,
    changedAt,
    comment,
    items: entry.items.map((item) => item.id),
    objectives: entry.objectives,
    evidence: entry.evidence.map(evidenceResource),
    visibility: entry.disclosure?.visibility ?? null,
    release: entry.disclosure?.release ?? null,
    version: entry.version,
    writers,
    places: entry.places.map(placeResource),
  };
}

/** The same, with the versions the caller may read. */
export const wholeEntryResource = (entry: SeenEntry) => ({
  ...entryResource(entry),
  versions: entry.versions.map(versionResource),
});

/** What was submitted once, and went with it. */
function versionResource(version: SeenVersion) {
  const { number, submittedAt, periodStart, periodEnd, content, objectives } = version;
  const { acceptedAt, returnedAt, withdrawnAt, items, evidence, writers } = version;
  return {
    number,
    submittedAt,
    acceptedAt,
    returnedAt,
    withdrawnAt,
    periodStart,
    periodEnd,
    content,
    objectives,
    items: items.map((item) => item.id),
    evidence: evidence.map(evidenceResource),
    writers,
  };
}

/** An entry in one of the mechanisms the caller sees it through. */
export function placeResource(disclosure: EntryDisclosure) {
  const { mechanismId, home, state, standing, acceptedVersion } = disclosure;
  const { visibility, release, comment, answerable, items } = disclosure;
  return {
    mechanismId,
    linked: home === null ? null : !home,
    state,
    standing,
    acceptedVersion: acceptedVersion || null,
    visibility,
    release,
    comment,
    answerable,
    items: items.map((item) => item.id),
  };
}
