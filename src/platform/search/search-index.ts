import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { slicesOf } from '../database/in-slices.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { wordsOf } from './fold.js';
import { postgresWords } from './postgres-words.js';
import type { SoughtWord } from './snippet.js';
import { sqliteWords } from './sqlite-words.js';
import { type SearchHit, type IndexRow, type StoredRow, searchTerms, type WordStore } from './word-store.js';

/** What one audience or several may find a thing by. A thing may have several layers, which different people see. */
export interface SearchText {
  kind: string;
  subjectId: string;
  /** Empty when there is only one. */
  layer: string;
  /** What goes with the thing when it goes: see `removeIn`. */
  scope: string;
  audiences: readonly string[];
  /** What comes first when it is found in it. */
  title: readonly string[];
  text: readonly string[];
}

/** In titles; or elsewhere, and in titles only together with it. What is found in one way is not in the other. */
export type Where = 'title' | 'text';

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

/** So much of a thing's words is kept at most; PostgreSQL takes a megabyte with what it adds. */
const MOST_BYTES = 400_000;

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
   * one that did not change keeps its place. It is asked once nobody else can write them, and reads them only then.
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
        const same = (row: IndexRow, place: StoredRow) =>
          row.subjectId === place.subjectId && row.layer === place.layer && row.digest === place.digest;
        await this.store.remove(
          manager,
          there.filter((place) => !due.some((row) => same(row, place))).map(({ number }) => number),
        );
        await this.store.add(
          manager,
          due.filter((row) => !there.some((place) => same(row, place))),
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

function rowOf(
  { kind, subjectId, layer, scope, audiences, title, text }: SearchText,
  folded: Map<string, string[]>,
): IndexRow {
  const wordsIn = (some: string) => {
    const known = folded.get(some);
    if (known) return known;
    const words = [...new Set(wordsOf(some))];
    folded.set(some, words);
    return words;
  };
  const titleWords = title.flatMap(wordsIn);
  const words = [...titleWords, ...text.flatMap(wordsIn)];
  const terms = new Set<string>();
  let bytes = 0;
  // The titles of all audiences first: they are short, and the last to be missed.
  for (const [where, list] of [
    ['title', titleWords],
    ['text', words],
  ] as const) {
    const spaces = audiences.map((audience) => spaceOf(kind, audience, where));
    for (const word of new Set(list)) {
      bytes += spaces.length * (Buffer.byteLength(word) + SPACE);
      if (bytes > MOST_BYTES) break;
      for (const space of spaces) terms.add(space + word);
    }
  }
  const list = [...terms];
  return { kind, subjectId, layer, scope, terms: list, digest: hash(list.join(' ')).slice(0, 32) };
}

const SPACE = 12;
const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const spaces = new Map<string, string>();

/** What the terms of an audience begin with: always as long, so that no word can be taken for another's. */
function spaceOf(kind: string, audience: string, where: Where): string {
  const key = [kind, audience, where].join('\n');
  let space = spaces.get(key);
  if (!space) {
    space = BigInt(`0x${hash(key).slice(0, 15)}`)
      .toString(36)
      .padStart(SPACE, '0');
    // Audiences are as many as roles, States and partners; whatever is asked for cannot add to them.
    spaces.set(key, space);
  }
  return space;
}
