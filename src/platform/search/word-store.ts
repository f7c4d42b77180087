import type { EntityManager } from 'typeorm';
import type { SearchDue } from './search-due.entity.js';
import type { SoughtWord } from './snippet.js';

/** A thing found, in one of its layers. */
export interface SearchHit {
  kind: string;
  subjectId: string;
  layer: string;
}

/** SQLite knows no truth, but numbers. */
export type MatchingRow = SearchHit & { hidden: boolean | number };

export interface IndexRow {
  kind: string;
  subjectId: string;
  layer: string;
  /** Each once; letters and digits only. */
  terms: string[];
  digest: string;
}

export interface StoredRow {
  number: number;
  subjectId: string;
  layer: string;
  digest: string;
}

/** A term; with `prefix`, all that begin with it. */
export interface Term {
  text: string;
  prefix: boolean;
}

/** All of these must be there, of each one of its forms. */
export type Group = readonly Term[][];

export interface Groups {
  any: readonly Group[];
  except: readonly Group[];
}

export interface Page {
  after: SearchHit | null;
  limit: number;
}

/** What the index asks of a database. The later a row was added, the higher its number. */
export interface WordStore {
  /** Waits until no other process writes this kind, and keeps others from it until the transaction ends. */
  lock(manager: EntityManager, kind: string): Promise<void>;
  /** Writes any number of them in one statement. */
  addDue(manager: EntityManager, due: readonly SearchDue[]): Promise<void>;
  add(manager: EntityManager, rows: readonly IndexRow[]): Promise<void>;
  remove(manager: EntityManager, numbers: readonly number[]): Promise<void>;
  /** Rows that have all terms of one of the groups, and of none of those excepted, the highest number first. */
  find(manager: EntityManager, groups: Groups, page: Page): Promise<MatchingRow[]>;
}

/** A group of terms for each space: all the words, there, each as it is or by one of its stems. */
export const searchTerms = (spaces: readonly string[], words: readonly SoughtWord[]): Group[] =>
  spaces.map((space) =>
    words.map(({ word, prefix, stems }) => [
      { text: space + word, prefix },
      ...stems.map((stem) => ({ text: space + stem, prefix: false })),
    ]),
  );

/** Of rows named `row`: whether what is to be indexed hides one, at the same moment at which it is found. */
export const HIDDEN = `EXISTS (
  SELECT 1 FROM "search_due" due WHERE due."kind" = row."kind" AND due."subjectId" = row."subjectId"
  AND due."hides" = substr(row."layer", 1, length(due."hides")))`;
