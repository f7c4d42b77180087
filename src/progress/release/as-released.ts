import type { Membership } from '../../mechanisms/mechanism/mechanism.entity.js';
import type { Entry, EntryVersion, Disclosure, Evidence } from '../entries/entry.entity.js';
import type { EntrySummary } from '../summaries/summary.entity.js';
import type { PlanItem } from '../../plans/plan/plan.entity.js';
import type { ReleasedEntry } from './released-entry.js';

/**
 * `items` and `evidence` are those of the version; what it says about another mechanism's plan is not for this one's
 * documents, and not among them.
 */
export function asReleased(
  entry: Entry,
  version: EntryVersion,
  disclosure: Disclosure,
  { members, items, evidence }: { members: Membership[]; items: PlanItem[]; evidence: Evidence[] },
): ReleasedEntry {
  const attributed = disclosure.release === 'attributed';
  return {
    entryId: attributed ? entry.id : null,
    reporterKind: entry.reporterKind,
    reporter: attributed && entry.reporter !== '' ? entry.reporter : null,
    attributed,
    ofMember: entry.reporterKind === 'state' && members.some((one) => isMemberIn(one, entry, version)),
    periodStart: version.periodStart,
    periodEnd: version.periodEnd,
    content: version.content,
    objectives: version.objectives ?? [],
    summaryLanguage: null,
    evidence: attributed ? evidence.map(({ title, url }) => ({ title, url })) : [],
    items: items.map((item) => ({
      id: item.id,
      planId: item.planId,
      code: item.code,
      title: item.title,
      objectives: item.objectives.map(({ objective, letter }) => ({ objective, letter })),
    })),
  };
}

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
