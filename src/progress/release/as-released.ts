import type { Membership } from '../../mechanisms/mechanism/mechanism.entity.js';
import type { Entry, EntryVersion, Disclosure, Evidence } from '../entries/entry.entity.js';
import type { EntrySummary } from '../summaries/summary.entity.js';
import type { CitedEvidence, ReleasedEntry } from './released-entry.js';

export function asReleased(
  entry: Entry,
  version: EntryVersion,
  disclosure: Disclosure,
  { members, evidence }: { members: Membership[]; evidence: Evidence[] },
): ReleasedEntry {
  const attributed = disclosure.release === 'attributed';
  // What it says about another mechanism's plan is not for this one's documents.
  const here = entry.items.filter(({ item }) => item.plan.mechanismId === disclosure.mechanismId);
  return {
    entryId: attributed ? entry.id : null,
    reporterKind: entry.reporterKind,
    reporter: attributed && entry.reporter !== '' ? entry.reporter : null,
    attributed,
    ofMember: entry.reporterKind === 'state' && members.some((one) => isMemberIn(one, entry, version)),
    periodStart: version.periodStart,
    periodEnd: version.periodEnd,
    content: version.content,
    objectives: entry.objectives ?? [],
    summaryLanguage: null,
    evidence: attributed ? cited(evidence, version) : [],
    items: here.map(({ item }) => ({
      id: item.id,
      planId: item.planId,
      code: item.code,
      title: item.title,
      objectives: item.objectives.map(({ objective, letter }) => ({ objective, letter })),
    })),
  };
}

const cited = (evidence: Evidence[], { number }: EntryVersion): CitedEvidence[] =>
  evidence
    .filter(({ sinceVersion }) => sinceVersion !== null && sinceVersion <= number)
    .map(({ title, url }) => ({ title, url }));

/** The reporter's approved summary in place of the narrative; it is of the version accepted here, or not there at all. */
export function summarized(plain: ReleasedEntry, wording?: EntrySummary): ReleasedEntry {
  if (!wording) return plain;
  const content = { ...plain.content, narrative: wording.text };
  return { ...plain, content, summaryLanguage: wording.language };
}

const isMemberIn = (
  { stateCode, fromDay, untilDay }: Membership,
  { reporter }: Entry,
  { periodStart, periodEnd }: EntryVersion,
) =>
  stateCode === reporter &&
  (fromDay === null || fromDay <= periodEnd) &&
  (untilDay === null || untilDay >= periodStart);
