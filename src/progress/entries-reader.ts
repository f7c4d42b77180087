import { Injectable } from '@nestjs/common';
import { In, type SelectQueryBuilder } from 'typeorm';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { NotFoundError } from '../platform/errors.js';
import type { Actor } from '../platform/http/actor.js';
import type { PlanItem } from '../plans/plan.entity.js';
import { Disclosure, Entry, EntryVersion, Evidence } from './entry.entity.js';
import type { EntryContent } from './entry-content.js';
import type { EntryFilter } from './entry.dto.js';
import { type Sight, sightOf, whereSeenBy } from './entry-sight.js';
import type { EntryState } from './vocabulary.js';

/** An entry as one actor sees it. What the actor may not see is not in it. */
export interface SeenEntry {
  id: string;
  mechanismId: string;
  reporterKind: Entry['reporterKind'];
  reporter: string;
  sight: Sight;
  /** To others than its reporter, the state of what was submitted, not of the work that goes on. */
  state: EntryState;
  periodStart: string;
  periodEnd: string;
  content: EntryContent;
  /** Number of the version shown; 0 for a text never submitted. */
  number: number;
  changedAt: Date;
  items: PlanItem[];
  evidence: Evidence[];
  /** The reporter's own and the secretariat's only. */
  disclosure: Pick<Disclosure, 'visibility' | 'release'> | null;
  comment: string | null;
  /** For the reporter: what was submitted before, newest first; for the secretariat likewise. */
  versions: EntryVersion[];
  /** Row version, for those who may edit. */
  version: number | null;
}

const PAGE = 50;

/** Reads entries through the actor: out of sight is not found, and not counted. */
@Injectable()
export class EntriesReader {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Throws NotFoundError when the entry does not exist for this actor. */
  async find(actor: Actor, id: string): Promise<SeenEntry> {
    const entry = await this.query(actor).andWhere('entry.id = :id', { id }).getOne();
    const [seen] = entry ? await this.seen(actor, [entry]) : [];
    if (!seen) throw new NotFoundError('entry');
    return seen;
  }

  /** Entries in sight, the latest changed first, by cursor. */
  async list(actor: Actor, filter: EntryFilter): Promise<{ items: SeenEntry[]; nextCursor: string | null }> {
    const query = this.filtered(actor, filter)
      .orderBy('entry.changedAt', 'DESC')
      .addOrderBy('entry.id', 'DESC')
      .take(PAGE + 1);
    const [at, id] = (filter.cursor ?? '').split('_');
    if (at && id)
      query.andWhere('(entry.changedAt < :at OR (entry.changedAt = :at AND entry.id < :before))', {
        at,
        before: id,
      });
    const entries = await query.getMany();
    const page = entries.slice(0, PAGE);
    const last = entries.length > PAGE ? page.at(-1)! : null;
    return {
      items: await this.seen(actor, page),
      nextCursor: last && `${last.changedAt.toISOString()}_${last.id}`,
    };
  }

  /** How many entries on these items the actor can see. */
  countOn(actor: Actor, itemIds: string[]): Promise<number> {
    if (itemIds.length === 0) return Promise.resolve(0);
    return this.query(actor).andWhere('link.itemId IN (:...itemIds)', { itemIds }).getCount();
  }

  private filtered(actor: Actor, filter: EntryFilter): SelectQueryBuilder<Entry> {
    const query = this.query(actor);
    if (filter.mechanism) query.andWhere('entry.mechanismId = :mechanism', { mechanism: filter.mechanism });
    if (filter.state) query.andWhere('entry.state = :state', { state: filter.state });
    if (filter.item) {
      query.andWhere(
        'entry.id IN (SELECT "on"."entryId" FROM "entry_item" "on" WHERE "on"."itemId" = :item)',
        { item: filter.item },
      );
    }
    return query;
  }

  private query(actor: Actor): SelectQueryBuilder<Entry> {
    const query = this.unitOfWork.read
      .createQueryBuilder(Entry, 'entry')
      .leftJoinAndSelect('entry.items', 'link')
      .leftJoinAndSelect('link.item', 'item')
      .leftJoinAndSelect('item.plan', 'plan')
      .leftJoinAndSelect('entry.disclosures', 'disclosure');
    return whereSeenBy(query, actor);
  }

  private async seen(actor: Actor, entries: Entry[]): Promise<SeenEntry[]> {
    const ids = entries.map((entry) => entry.id);
    const { read } = this.unitOfWork;
    const submitted = entries.filter((entry) => entry.submittedVersion > 0).map((entry) => entry.id);
    const versions =
      submitted.length > 0
        ? await read.find(EntryVersion, { where: { entryId: In(submitted) }, order: { number: 'DESC' } })
        : [];
    const evidence = await read.find(Evidence, { where: { entryId: In(ids) }, order: { addedAt: 'ASC' } });
    return entries.flatMap((entry) => {
      const sight = sightOf(actor, entry, entry.disclosures);
      if (!sight) return [];
      const own = <T extends { entryId: string }>(rows: T[]) =>
        rows.filter((row) => row.entryId === entry.id);
      return [asSeen(entry, sight, own(versions), own(evidence))];
    });
  }
}

function asSeen(entry: Entry, sight: Sight, versions: EntryVersion[], evidence: Evidence[]): SeenEntry {
  const number = sight === 'accepted' ? entry.acceptedVersion : entry.submittedVersion;
  const version = versions.find((one) => one.number === number);
  const source = sight === 'own' ? entry : version!;
  const disclosure = entry.disclosures.find((one) => one.mechanismId === entry.mechanismId) ?? null;
  return {
    id: entry.id,
    mechanismId: entry.mechanismId,
    reporterKind: entry.reporterKind,
    reporter: entry.reporter,
    sight,
    state: sight === 'own' ? entry.state : stateOf(version!),
    periodStart: source.periodStart,
    periodEnd: source.periodEnd,
    content: source.content,
    number,
    changedAt: sight === 'own' ? entry.changedAt : (version!.acceptedAt ?? version!.submittedAt),
    items: entry.items.map((link) => link.item).filter((item) => item !== null),
    evidence: evidence.filter(
      (one) => sight === 'own' || (one.sinceVersion !== null && one.sinceVersion <= number),
    ),
    disclosure: sight === 'accepted' ? null : disclosure,
    comment: sight === 'accepted' ? null : (version?.comment ?? null),
    versions: sight === 'accepted' ? [] : versions,
    version: sight === 'own' ? entry.version : null,
  };
}

const stateOf = (version: EntryVersion): EntryState =>
  version.acceptedAt ? 'accepted' : version.returnedAt ? 'returned' : 'submitted';
