import { Injectable } from '@nestjs/common';
import { slicesOf } from '../database/in-slices.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { spaceOf, type Where } from './audience-space.js';
import { rowOf, type SearchText } from './index-row.js';
import { postgresWords } from './postgres-words.js';
import type { SoughtWord } from './snippet.js';
import { sqliteWords } from './sqlite-words.js';
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

/**
 * The words things are found by, written in the transaction that changes the thing. It knows no word of the field.
 *
 * A word is kept together with the audience that may find the thing by it, as one term. Whoever looks for a word looks
 * for the terms of their own audiences, and no others are read: what others wrote changes neither what is found, nor how
 * much, nor how long it takes. The texts themselves are not kept; the feature shows them, to whom it shows them anyway.
 */
@Injectable()
export class SearchIndex {
  private readonly store: WordStore;

  constructor(private readonly unitOfWork: UnitOfWork) {
    this.store = unitOfWork.sqlite ? sqliteWords : postgresWords;
  }

  /**
   * Makes what `textsOf` answers all that these things of a kind are found by; one it leaves out is found no more, and
   * one that did not change keeps its position. `textsOf` is called once nobody else can write them.
   */
  async replace(
    kind: string,
    subjectIds: readonly string[],
    textsOf: (subjectIds: string[]) => Promise<SearchText[]>,
  ): Promise<void> {
    const sorted = [...new Set(subjectIds)].sort();
    if (sorted.length === 0) return;
    await this.unitOfWork.run(async (manager) => {
      await this.store.lock(manager, kind, sorted);
      for (const ids of slicesOf(sorted)) {
        // The same text is often what several audiences read.
        const folded = new Map<string, string[]>();
        const due = (await textsOf(ids)).map((text) => rowOf(text, folded));
        const there = await this.store.storedRows(manager, kind, ids);
        const same = (row: IndexRow, stored: StoredRow) =>
          row.subjectId === stored.subjectId && row.layer === stored.layer && row.digest === stored.digest;
        await this.store.remove(
          manager,
          there.filter((stored) => !due.some((row) => same(row, stored))).map(({ number }) => number),
        );
        await this.store.add(
          manager,
          due.filter((row) => !there.some((stored) => same(row, stored))),
        );
      }
    });
  }

  remove(kind: string, subjectIds: readonly string[]): Promise<void> {
    return this.replace(kind, subjectIds, () => Promise.resolve([]));
  }

  /** Removes what is in these scopes, whatever it is. */
  async removeIn(scopes: readonly string[]): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      for (const some of slicesOf(scopes))
        await this.store.remove(manager, await this.store.numbersIn(manager, some));
    });
  }

  /** Ids of the things of a kind in a scope. */
  subjectsIn(kind: string, scope: string): Promise<string[]> {
    return this.store.subjectsIn(this.unitOfWork.read, kind, scope);
  }

  /** Ids of the things of a kind that come after one in the order of ids, up to another. */
  subjectsBetween(kind: string, after: string, upTo: string | null): Promise<string[]> {
    return this.store.subjectsBetween(this.unitOfWork.read, kind, after, upTo);
  }

  /** What has all the words for at least one of the audiences, the latest written first. */
  find({ kind, audiences, words, where, after, limit }: Sought): Promise<SearchHit[]> {
    if (words.length === 0 || audiences.length === 0) return Promise.resolve([]);
    const terms = (within: Where) =>
      searchTerms(
        audiences.map((audience) => spaceOf(kind, audience, within)),
        words,
      );
    const groups = { any: terms(where), except: where === 'title' ? [] : terms('title') };
    return this.store.find(this.unitOfWork.read, groups, { after, limit });
  }
}
