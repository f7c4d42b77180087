import { Injectable } from '@nestjs/common';
import { In, IsNull, MoreThan, Not } from 'typeorm';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Day } from '../../platform/i18n/day.js';
import type { Localized } from '../../platform/i18n/localized.js';
import { Membership } from '../../mechanisms/mechanism/mechanism.entity.js';
import { slicesOf } from '../../platform/database/in-slices.js';
import { Disclosure, Entry, EntryVersion, Evidence } from '../entries/entry.entity.js';
import type { EntryContent } from '../entries/entry-content.js';
import type { ReporterKind } from '../entries/vocabulary.js';
import { EntrySummary } from '../summaries/summary.entity.js';

/** An entry as a document may use it: the accepted words, and the reporter's name only if it said so. */
export interface ReleasedEntry {
  /** Null when released without attribution: an id could be matched with what members see elsewhere. */
  entryId: string | null;
  reporterKind: ReporterKind;
  /** State code or partner name; null when unattributed, and for the secretariat. */
  reporter: string | null;
  attributed: boolean;
  /** A State that was a member of the mechanism in the period; how far that may be told is the document's to weigh. */
  ofMember: boolean;
  periodStart: Day;
  periodEnd: Day;
  /** The accepted words; in place of the narrative, a summary that the reporter approved for these documents. */
  content: EntryContent;
  /** Those it speaks about by itself, where no item says so. */
  objectives: number[];
  /** Language of such a summary; null when the narrative is the entry's own. */
  summaryLanguage: string | null;
  /** What came with the accepted version; none when unattributed, since it could tell who wrote it. */
  evidence: CitedEvidence[];
  items: ReleasedItem[];
}

/** Evidence as a document may cite it: what it is called, and a link's address. Never a file, nor a way to one. */
export interface CitedEvidence {
  title: string;
  /** Null for a file. */
  url: string | null;
}

/**
 * A released entry with what it comes from. The id is for the list of what a document was made from, which its reporter
 * alone reads; it goes into no document.
 */
export interface ReleasedSource {
  id: string;
  entry: ReleasedEntry;
  /** The same in its own words, where `entry` has a summary. */
  plain: ReleasedEntry;
}

export interface ReleasedItem {
  id: string;
  planId: string;
  code: string;
  title: Localized;
  objectives: { objective: number; letter: string }[];
}

/**
 * The only door from entries to documents (design section 6, rule 3): accepted in this mechanism, not withdrawn,
 * and released by their reporter for it. Nothing else in the product may build a document from entries.
 */
@Injectable()
export class ReleasedEntriesService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Released entries of a mechanism whose period touches `from`..`until` (both included; null is open). */
  async list(mechanismId: string, period: Period): Promise<ReleasedEntry[]> {
    return (await this.sources(mechanismId, period)).map(({ entry }) => entry);
  }

  /** The same, with the entries they come from. */
  async sources(mechanismId: string, period: Period): Promise<ReleasedSource[]> {
    const { read } = this.unitOfWork;
    const disclosures = await read.find(Disclosure, {
      where: { mechanismId, release: Not('none'), acceptedVersion: MoreThan(0) },
    });
    const places = new Map(disclosures.map((disclosure) => [disclosure.entryId, disclosure]));
    const members = await read.findBy(Membership, { mechanismId, kind: 'member' });
    const released: ReleasedSource[] = [];
    for (const ids of slicesOf([...places.keys()])) {
      const entries = await read.find(Entry, {
        where: { id: In(ids), state: Not('withdrawn') },
        relations: { items: { item: { objectives: true, plan: true } } },
      });
      const entryId = In(entries.map((entry) => entry.id));
      const versions = await read.find(EntryVersion, { where: { entryId } });
      const wordings = await read.find(EntrySummary, { where: { entryId, mechanismId, state: 'approved' } });
      const evidence = await read.find(Evidence, {
        where: { entryId, sinceVersion: Not(IsNull()) },
        order: { addedAt: 'ASC', id: 'ASC' },
      });
      const accepted = new Map(versions.map((version) => [`${version.entryId}/${version.number}`, version]));
      const approved = new Map(wordings.map((wording) => [`${wording.entryId}/${wording.number}`, wording]));
      for (const entry of entries) {
        const place = places.get(entry.id)!;
        const key = `${entry.id}/${place.acceptedVersion}`;
        const version = accepted.get(key);
        if (!version || !touches(version, period)) continue;
        const own = evidence.filter((one) => one.entryId === entry.id);
        const plain = asReleased(entry, version, place, { members, evidence: own });
        released.push({ id: entry.id, plain, entry: summarized(plain, approved.get(key)) });
      }
    }
    return released;
  }
}

interface Period {
  from: Day | null;
  until: Day | null;
}

function asReleased(
  entry: Entry,
  version: EntryVersion,
  place: Disclosure,
  { members, evidence }: { members: Membership[]; evidence: Evidence[] },
): ReleasedEntry {
  const attributed = place.release === 'attributed';
  // What it says about another mechanism's plan is not for this one's documents.
  const here = entry.items.filter(({ item }) => item.plan.mechanismId === place.mechanismId);
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
function summarized(plain: ReleasedEntry, wording?: EntrySummary): ReleasedEntry {
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

const touches = (version: EntryVersion, { from, until }: Period) =>
  (from === null || version.periodEnd >= from) && (until === null || version.periodStart <= until);
