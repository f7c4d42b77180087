import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { type EntityTarget, LessThan } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { UnitOfWork } from '../database/unit-of-work.js';
import { spaceOf, type Where, WHERES } from './audience-space.js';
import { IndexQueue } from './index-queue.js';
import { IndexWriter } from './index-writer.js';
import { postgresWords } from './postgres-words.js';
import { SearchDue } from './search-due.entity.js';
import { SearchSources } from './search-sources.js';
import type { SoughtWord } from './snippet.js';
import { sqliteWords } from './sqlite-words.js';
import { subjectsOf, subjectsWithout } from './stored-rows.js';
import { type SearchHit, searchTerms, type WordStore } from './word-store.js';

export interface Sought {
  kind: string;
  /** Those the asker belongs to. */
  audiences: readonly string[];
  words: readonly SoughtWord[];
  /** The same as a code; null when it cannot be one. */
  code: string | null;
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
export class SearchIndex implements OnModuleDestroy {
  private readonly store: WordStore;
  private readonly queue: IndexQueue;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sources: SearchSources,
  ) {
    this.store = unitOfWork.sqlite ? sqliteWords : postgresWords;
    const writer = new IndexWriter(unitOfWork, sources, this.store);
    this.queue = new IndexQueue((kind, ids) => writer.bring(kind, ids));
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
  async find({ kind, audiences, words, code, where, after, limit }: Sought): Promise<Hits> {
    const nothing = words.length === 0 || (where === 'code' && code === null);
    if (nothing || audiences.length === 0) return { hits: [], next: null };
    const terms = (within: Where) => {
      const spaces = audiences.map((audience) => spaceOf(kind, audience, within));
      if (within !== 'code') return searchTerms(spaces, words);
      return code === null ? [] : searchTerms(spaces, [{ word: code, prefix: false, stems: [] }]);
    };
    const before = WHERES.slice(0, WHERES.indexOf(where));
    const groups = { any: terms(where), except: before.flatMap(terms) };
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

  /**
   * Indexes what has been due for so long: left by a process that ended after a commit, or where something failed. The
   * latest first: who is busy with many things goes through them from the other end.
   */
  async catchUp(forMs = 0): Promise<void> {
    let before = idAt(Date.now() - forMs);
    for (let more = true; more && !this.queue.stopped;) {
      const due = await this.unitOfWork.read.find(SearchDue, {
        where: { id: LessThan(before) },
        order: { id: 'DESC' },
        take: PAGE,
      });
      this.enqueue(due);
      await this.settled();
      more = due.length === PAGE;
      before = due.at(-1)?.id ?? before;
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

  /** Before anything waits for jobs: the sweep is one. What is due stays due. */
  async onModuleDestroy(): Promise<void> {
    await this.queue.stop();
  }

  private readonly note = async (due: Due[]): Promise<void> => {
    await this.unitOfWork.run(async (manager) => {
      await this.store.addDue(
        manager,
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
}

/** The least id that is made after a moment: they begin with it. */
const idAt = (ms: number) => uuid({ msecs: ms + 1, random: new Uint8Array(16) });
