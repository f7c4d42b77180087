import { type EntityManager, In } from 'typeorm';
import type { Deed } from '../../gate/deed.js';
import { fingerprint } from '../../gate/fingerprint.js';
import { lockSubject } from '../../platform/database/lock-subject.js';
import { PlanItem } from '../../plans/plan/plan.entity.js';
import { isKnown } from '../access/load-entry.js';
import { loadWhole } from '../access/load-whole.js';
import type { WholeEntry } from '../access/text-parts.js';
import { Entry, WORKING_TEXT } from '../entries/entry.entity.js';
import { isEditable } from '../entries/entry.workflow.js';
import type { Choice } from '../release/release-uses.js';
import { EntrySummary } from '../summaries/summary.entity.js';
import { summaryWorkflow } from '../summaries/summary.workflow.js';
import type { LinkedItems, SummaryWords } from './entry-deed.js';

/*
 * What is compared before something of an entry is opened: all that would be seen, with how far. Null when it can no
 * longer be done.
 */

/** The words, what they are about, what goes with them, to which mechanisms, and what may be done with them in each. */
export async function markOfSubmission(manager: EntityManager, deed: Deed): Promise<string | null> {
  const held = (deed.held as WholeEntry | undefined) ?? (await wholeLocked(manager, deed));
  if (!held || !isEditable(held.entry.state)) return null;
  const { periodStart, periodEnd, content, objectives, disclosures } = held.entry;
  const working = <T extends { number: number }>(rows: T[]) =>
    rows.filter(({ number }) => number === WORKING_TEXT);
  return fingerprint({
    period: [periodStart, periodEnd],
    content,
    objectives,
    items: working(held.items)
      .map(({ itemId }) => itemId)
      .sort(),
    evidence: working(held.evidence)
      .map(({ evidenceId }) => evidenceId)
      .sort(),
    uses: disclosures
      .map(({ mechanismId, visibility, release }) => [mechanismId, visibility, release])
      .sort(([a], [b]) => (a! < b! ? -1 : 1)),
  });
}

/** What stands there by now or may be accepted, which never changes, and what might be done with it. */
export async function markOfUse(manager: EntityManager, deed: Deed<Choice>): Promise<string | null> {
  const entry = await locked(manager, deed);
  const there = entry?.disclosures.find(({ mechanismId }) => mechanismId === deed.part);
  if (!entry || !there || !isKnown(entry)) return null;
  const numbers = [...new Set([entry.submittedVersion, there.acceptedVersion])].filter(
    (number) => number > 0,
  );
  return fingerprint({ numbers: numbers.sort(), mechanism: deed.part, use: deed.payload });
}

export async function markOfLink(manager: EntityManager, deed: Deed<LinkedItems>): Promise<string | null> {
  const entry = await locked(manager, deed);
  if (!entry || !isKnown(entry)) return null;
  const { itemIds, visibility, release } = deed.payload;
  const items = await manager.countBy(PlanItem, { id: In(itemIds) });
  if (items < itemIds.length) return null;
  const there = entry.disclosures.find(({ mechanismId }) => mechanismId === deed.part);
  return fingerprint({
    number: entry.submittedVersion,
    mechanism: deed.part,
    accepted: there?.acceptedVersion ?? 0,
    items: [...itemIds].sort(),
    use: [visibility, release],
  });
}

/** The words in place of the entry's own, for which version, and whether documents name whose they are. */
export async function markOfSummary(
  manager: EntityManager,
  deed: Deed<SummaryWords>,
): Promise<string | null> {
  const entry = await locked(manager, deed);
  const summary = await manager.findOneBy(EntrySummary, { id: deed.part, entryId: deed.subjectId });
  const there = entry?.disclosures.find(({ mechanismId }) => mechanismId === summary?.mechanismId);
  if (!entry || !summary || !there || !isKnown(entry) || there.acceptedVersion !== summary.number)
    return null;
  const { own } = deed.payload;
  // Own words answer a suggestion that was refused; it is not needed any more, but it must still be about what counts.
  if (own ? summary.state !== 'declined' : !summaryWorkflow.allows(summary.state, 'approve')) return null;
  const words = own ?? { language: summary.language, text: summary.text };
  return fingerprint({ summary: summary.id, own: own !== null, ...words, release: there.release });
}

async function wholeLocked(manager: EntityManager, { subjectId: id }: Deed): Promise<WholeEntry | undefined> {
  await lockSubject(manager, Entry, id);
  return (await loadWhole(manager, [id]))[0];
}

async function locked(manager: EntityManager, { subjectId: id }: Deed<unknown>): Promise<Entry | null> {
  await lockSubject(manager, Entry, id);
  const [entry] = await manager.find(Entry, { where: { id }, relations: { disclosures: true } });
  return entry ?? null;
}
