import { Injectable } from '@nestjs/common';
import { In, MoreThan, Not } from 'typeorm';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Day } from '../../platform/i18n/day.js';
import { Membership } from '../../mechanisms/mechanism/mechanism.entity.js';
import { slicesOf } from '../../platform/database/in-slices.js';
import { Disclosure, Entry, EntryEvidence, EntryItem, EntryVersion } from '../entries/entry.entity.js';
import { EntrySummary } from '../summaries/summary.entity.js';
import { ReleasedEntry, ReleasedSource } from './released-entry.js';
import { asReleased, summarized } from './as-released.js';

/**
 * The only way from entries to documents (design section 6, rule 3): accepted in this mechanism, not withdrawn,
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
    const released: ReleasedSource[] = [];
    for await (const some of this.slices(mechanismId, period)) released.push(...some);
    return released;
  }

  /** The same, some at a time, so that their words need not be held all at once; of these ids alone, if any are given. */
  async *slices(
    mechanismId: string,
    period: Period,
    only?: readonly string[],
  ): AsyncGenerator<ReleasedSource[]> {
    const { read } = this.unitOfWork;
    const members = await read.findBy(Membership, { mechanismId, kind: 'member' });
    for (const places of only ? slicesOf(only) : slicesOf(await this.disclosed(mechanismId)))
      yield await this.slice(mechanismId, period, members, places);
  }

  /** Ids alone: with 20,000 entries their rows are too many to be held. */
  private async disclosed(mechanismId: string): Promise<string[]> {
    const rows = await this.unitOfWork.read.find(Disclosure, {
      select: { entryId: true },
      where: { mechanismId, ...RELEASED },
    });
    return rows.map(({ entryId }) => entryId);
  }

  private async slice(
    mechanismId: string,
    period: Period,
    members: Membership[],
    ids: string[],
  ): Promise<ReleasedSource[]> {
    const { read } = this.unitOfWork;
    const disclosures = await read.findBy(Disclosure, { mechanismId, entryId: In(ids), ...RELEASED });
    const places = new Map(disclosures.map((disclosure) => [disclosure.entryId, disclosure]));
    const entries = await read.findBy(Entry, { id: In([...places.keys()]), state: Not('withdrawn') });
    const entryId = In(entries.map((entry) => entry.id));
    const versions = await read.find(EntryVersion, { where: { entryId } });
    const wordings = await read.find(EntrySummary, { where: { entryId, mechanismId, state: 'approved' } });
    const items = await read.find(EntryItem, {
      where: { entryId, number: MoreThan(0), item: { plan: { mechanismId } } },
      relations: { item: { objectives: true } },
    });
    const evidence = await read.find(EntryEvidence, {
      where: { entryId, number: MoreThan(0) },
      relations: { evidence: true },
      order: { evidence: { addedAt: 'ASC', id: 'ASC' } },
    });
    const accepted = new Map(versions.map((version) => [`${version.entryId}/${version.number}`, version]));
    const approved = new Map(wordings.map((wording) => [`${wording.entryId}/${wording.number}`, wording]));
    return entries.flatMap((entry) => {
      const disclosure = places.get(entry.id)!;
      const key = `${entry.id}/${disclosure.acceptedVersion}`;
      const version = accepted.get(key);
      if (!version || !touches(version, period)) return [];
      const of = <T extends { entryId: string; number: number }>(rows: T[]) =>
        rows.filter((row) => row.entryId === entry.id && row.number === version.number);
      const plain = asReleased(entry, version, disclosure, {
        members,
        items: of(items).map(({ item }) => item),
        evidence: of(evidence).map((row) => row.evidence),
      });
      const voice = `${entry.reporterKind}:${entry.reporter}`;
      const acceptedAt = disclosure.acceptedAt?.toISOString() ?? null;
      const approvedSummary = approved.get(key);
      const seal = sealOf({ version: version.number, acceptedAt, summaryId: approvedSummary?.id ?? null });
      return [{ id: entry.id, voice, acceptedAt, seal, plain, entry: summarized(plain, approvedSummary) }];
    });
  }
}

const RELEASED = { release: Not('none' as const), acceptedVersion: MoreThan(0) };

/**
 * Changes whenever documents may say something else of an entry: made of what a list of released entries can be read
 * with, without their words.
 */
export const sealOf = (of: {
  version: number;
  acceptedAt: string | null;
  summaryId: string | null;
}): string => [of.version, of.acceptedAt ?? '', of.summaryId ?? ''].join(' ');

interface Period {
  from: Day | null;
  until: Day | null;
}

const touches = (version: EntryVersion, { from, until }: Period) =>
  (from === null || version.periodEnd >= from) && (until === null || version.periodStart <= until);
