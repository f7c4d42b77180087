import { setImmediate as turn } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { type EntityManager, type EntityTarget, In, MoreThan } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { insertAll } from '../database/in-slices.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { spaceOf, type Where } from './audience-space.js';
import { IndexQueue } from './index-queue.js';
import { rowOf, type SearchText } from './index-row.js';
import { postgresWords } from './postgres-words.js';
import { SearchDue } from './search-due.entity.js';
import { SearchSources } from './search-sources.js';
import type { SoughtWord } from './snippet.js';
import { sqliteWords } from './sqlite-words.js';
import { storedRows, subjectsOf, subjectsWithout } from './stored-rows.js';
import { type SearchHit, type IndexRow, type StoredRow, searchTerms, type WordStore } from './word-store.js';

export interface Sought {
  kind: string;
  /** Those the asker belongs to. */
  audiences: readonly string[];
  words: readonly SoughtWord[];
  where: Where;
  /** Only what comes after it. */
  after: SearchHit | null;
  limit: number;
}

/** A page of what was found. */
export interface Hits {
  hits: SearchHit[];
  /** After which the next one begins; null when nothing follows. */
  next: SearchHit | null;
}

/** How layers begin that somebody may read less in than before a change. */
export type Hidden = readonly string[];
export const ALL: Hidden = [''];
export const NOTHING: Hidden = [];

type Due = Pick<SearchDue, 'kind' | 'subjectId' | 'hides'>;
const PAGE = 500;

/**
 * The words things are found by. It knows no word of the field.
 *
 * A word is kept together with the audience that may find the thing by it, as one term. Whoever looks for a word looks
 * for the terms of their own audiences, and no others are read: what others wrote changes neither what is found, nor how
 * much, nor how long it takes. The texts themselves are not kept; the feature shows them, to whom it shows them anyway.
 *
 * A change writes one row in its transaction: that the thing is due, and what of it is hidden from now on. Its words are
 * written after the commit, from what is committed. As long as the row is there nothing that was written before counts.
 */
@Injectable()
export class SearchIndex implements BeforeApplicationShutdown {
  private readonly logger = new Logger(SearchIndex.name);
  private readonly store: WordStore;
  private readonly queue = new IndexQueue((kind, ids) => this.bring(kind, ids));

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sources: SearchSources,
  ) {
    this.store = unitOfWork.sqlite ? sqliteWords : postgresWords;
  }

  /**
   * Has these things indexed again once the open transaction is committed. `hides` names the layers in which somebody may
   * read less than before: nobody finds the things in them from the commit on, until they are indexed. To be called
   * inside `run`; of one transaction all that was called is one statement.
   */
  changed(kind: string, subjectIds: string | readonly string[], hides = ALL): void {
    const beginnings = hides.includes('') ? ALL : hides.length > 0 ? hides : [null];
    for (const subjectId of new Set([subjectIds].flat()))
      for (const some of beginnings) this.unitOfWork.later(this.note, { kind, subjectId, hides: some });
  }

  /** The same for all things of a kind that the index has and the table has no more: they went with another. */
  async gone(kind: string, entity: EntityTarget<{ id: string }>): Promise<void> {
    const { read } = this.unitOfWork;
    const { tableName } = read.dataSource.getMetadata(entity);
    this.changed(kind, await subjectsWithout(read, kind, tableName));
  }

  /** What has all the words for at least one of the audiences, the latest written first. */
  async find({ kind, audiences, words, where, after, limit }: Sought): Promise<Hits> {
    if (words.length === 0 || audiences.length === 0) return { hits: [], next: null };
    const terms = (within: Where) =>
      searchTerms(
        audiences.map((audience) => spaceOf(kind, audience, within)),
        words,
      );
    const groups = { any: terms(where), except: where === 'title' ? [] : terms('title') };
    const rows = await this.store.find(this.unitOfWork.read, groups, { after, limit });
    return {
      hits: rows.filter(({ hidden }) => !hidden).map(({ subjectId, layer }) => ({ kind, subjectId, layer })),
      next: rows.length === limit ? rows.at(-1)! : null,
    };
  }

  /** Resolves when nothing waits that was changed through this process. */
  settled(): Promise<void> {
    return this.queue.settled();
  }

  /** Indexes what was left: by a process that ended after a commit, or where something failed. */
  async catchUp(): Promise<void> {
    for (let after = ''; !this.queue.stopped;) {
      const due = await this.unitOfWork.read.find(SearchDue, {
        where: { id: MoreThan(after) },
        order: { id: 'ASC' },
        take: PAGE,
      });
      this.enqueue(due);
      await this.settled();
      if (due.length < PAGE) return;
      after = due.at(-1)!.id;
    }
  }

  /** Has everything indexed anew that the sources name or the index knows; nothing is hidden meanwhile. */
  async everythingChanged(): Promise<Record<string, number>> {
    const counts: Record<string, number> = {};
    await this.unitOfWork.run(async (manager) => {
      for (const { kind, next } of this.sources.all()) {
        const ids: string[] = [];
        for (let some = await next('', PAGE); some.length > 0; some = await next(ids.at(-1)!, PAGE))
          ids.push(...some);
        counts[kind] = ids.length;
        this.changed(kind, [...ids, ...(await subjectsOf(manager, kind))], NOTHING);
      }
    });
    return counts;
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.queue.stop();
  }

  private readonly note = async (due: Due[]): Promise<void> => {
    await this.unitOfWork.run(async (manager) => {
      await insertAll(
        manager,
        SearchDue,
        due.map((one) => ({ id: uuid(), ...one })),
      );
      this.unitOfWork.afterCommit(() => this.enqueue(due));
    });
  };

  private enqueue(due: readonly Due[]): void {
    for (const { kind } of this.sources.all())
      this.queue.add(
        kind,
        due.filter((one) => one.kind === kind).map(({ subjectId }) => subjectId),
      );
  }

  /** Never throws: what fails stays due, and the next sweep tries it again, each for itself. */
  private async bring(kind: string, subjectIds: string[]): Promise<void> {
    try {
      await this.index(kind, subjectIds);
    } catch (error) {
      this.logger.error(`indexing ${kind}: ${String(error)}`);
      if (subjectIds.length > 1) for (const id of subjectIds) await this.bring(kind, [id]);
    }
  }

  /**
   * Reads what is due before the texts, so that these are at least as new; and writes them unless somebody else, who may
   * have read newer ones, was done meanwhile. What became due meanwhile stays, and goes on hiding what it hides.
   */
  private async index(kind: string, subjectIds: string[]): Promise<void> {
    const due = await this.unitOfWork.read.findBy(SearchDue, { kind, subjectId: In(subjectIds) });
    const dueIds = due.map(({ id }) => id);
    const subjects = [...new Set(due.map(({ subjectId }) => subjectId))];
    if (subjects.length === 0) return;
    const rows = await rowsOf(await this.sources.of(kind).texts(subjects));
    await this.unitOfWork.run(async (manager) => {
      await this.store.lock(manager, kind);
      const left = await manager.find(SearchDue, { where: { id: In(dueIds) }, select: { id: true } });
      const still = new Set(left.map(({ id }) => id));
      const done = new Set(due.filter(({ id }) => !still.has(id)).map(({ subjectId }) => subjectId));
      const mine = subjects.filter((id) => !done.has(id));
      if (mine.length === 0) return;
      await this.replace(
        manager,
        kind,
        mine,
        rows.filter(({ subjectId }) => !done.has(subjectId)),
      );
      await manager.delete(SearchDue, {
        id: In(due.filter(({ subjectId }) => !done.has(subjectId)).map(({ id }) => id)),
      });
    });
  }

  /** Makes these rows all that the things are found by; one that did not change keeps its position. */
  private async replace(
    manager: EntityManager,
    kind: string,
    subjectIds: string[],
    rows: readonly IndexRow[],
  ): Promise<void> {
    const there = await storedRows(manager, kind, subjectIds);
    const same = (row: IndexRow, stored: StoredRow) =>
      row.subjectId === stored.subjectId && row.layer === stored.layer && row.digest === stored.digest;
    const former = there.filter((stored) => !rows.some((row) => same(row, stored)));
    await this.store.remove(
      manager,
      former.map(({ number }) => number),
    );
    const added = rows.filter((row) => !there.some((stored) => same(row, stored)));
    await this.store.add(manager, added);
  }
}

/** Long texts take a while: others have their turn between them. The same text is often what several audiences read. */
async function rowsOf(texts: readonly SearchText[]): Promise<IndexRow[]> {
  const folded = new Map<string, string[]>();
  const rows: IndexRow[] = [];
  for (const text of texts) {
    rows.push(rowOf(text, folded));
    await turn();
  }
  return rows;
}
