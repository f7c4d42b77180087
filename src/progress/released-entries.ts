import { Injectable } from '@nestjs/common';
import { In, MoreThan, Not } from 'typeorm';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { Day } from '../platform/i18n/day.js';
import type { Localized } from '../platform/i18n/localized.js';
import { Disclosure, Entry, EntryVersion } from './entry.entity.js';
import type { EntryContent } from './entry-content.js';
import type { ReporterKind } from './vocabulary.js';

/** An entry as a document may use it: the accepted words, and the reporter's name only if it said so. */
export interface ReleasedEntry {
  /** Null when released without attribution: an id could be matched with what members see elsewhere. */
  entryId: string | null;
  reporterKind: ReporterKind;
  /** State code or partner name; null when unattributed, and for the secretariat. */
  reporter: string | null;
  attributed: boolean;
  periodStart: Day;
  periodEnd: Day;
  content: EntryContent;
  /** Those it speaks about by itself, where no item says so. */
  objectives: number[];
  items: ReleasedItem[];
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
export class ReleasedEntries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Released entries of a mechanism whose period touches `from`..`until` (both included; null is open). */
  async list(mechanismId: string, period: { from: Day | null; until: Day | null }): Promise<ReleasedEntry[]> {
    const { read } = this.unitOfWork;
    const disclosures = await read.find(Disclosure, {
      where: { mechanismId, release: Not('none'), acceptedVersion: MoreThan(0) },
    });
    const places = new Map(disclosures.map((disclosure) => [disclosure.entryId, disclosure]));
    const released: ReleasedEntry[] = [];
    for (const ids of slices([...places.keys()])) {
      const entries = await read.find(Entry, {
        where: { id: In(ids), state: Not('withdrawn') },
        relations: { items: { item: { objectives: true, plan: true } } },
      });
      const versions = await read.find(EntryVersion, {
        where: { entryId: In(entries.map((entry) => entry.id)) },
      });
      const accepted = new Map(versions.map((version) => [`${version.entryId}/${version.number}`, version]));
      for (const entry of entries) {
        const place = places.get(entry.id)!;
        const version = accepted.get(`${entry.id}/${place.acceptedVersion}`);
        if (!version || !touches(version, period)) continue;
        released.push(asReleased(entry, version, place));
      }
    }
    return released;
  }
}

function asReleased(entry: Entry, version: EntryVersion, place: Disclosure): ReleasedEntry {
  const attributed = place.release === 'attributed';
  // What it says about another mechanism's plan is not for this one's documents.
  const here = entry.items.filter(({ item }) => item.plan.mechanismId === place.mechanismId);
  return {
    entryId: attributed ? entry.id : null,
    reporterKind: entry.reporterKind,
    reporter: attributed && entry.reporter !== '' ? entry.reporter : null,
    attributed,
    periodStart: version.periodStart,
    periodEnd: version.periodEnd,
    content: version.content,
    objectives: entry.objectives ?? [],
    items: here.map(({ item }) => ({
      id: item.id,
      planId: item.planId,
      code: item.code,
      title: item.title,
      objectives: item.objectives.map(({ objective, letter }) => ({ objective, letter })),
    })),
  };
}

const touches = (version: EntryVersion, { from, until }: { from: Day | null; until: Day | null }) =>
  (from === null || version.periodEnd >= from) && (until === null || version.periodStart <= until);

/** SQLite takes a bounded number of parameters. */
function* slices<T>(values: T[], size = 500): Generator<T[]> {
  for (let start = 0; start < values.length; start += size) yield values.slice(start, start + size);
}
