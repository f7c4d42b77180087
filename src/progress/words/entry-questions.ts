import { Injectable } from '@nestjs/common';
import type { Localized } from '../../platform/i18n/localized.js';
import type { Sight } from '../access/entry-sight.js';
import { isFree, type SubjectSource } from './entry-subject.js';

/** An answer to a question without an item, as it is read in one mechanism. */
export interface FreeAnswer {
  id: string;
  mechanismId: string;
  sight: Sight;
}

/** What was asked, by entry, as far as it is the reader's to know. */
export type FindQuestions = (answers: readonly FreeAnswer[]) => Promise<ReadonlyMap<string, Localized>>;

type Named = FreeAnswer & SubjectSource;

/** Later features put questions; they say here what an answer that is about nothing else was asked. */
@Injectable()
export class EntryQuestions {
  private readonly finders: FindQuestions[] = [];

  add(find: FindQuestions): void {
    this.finders.push(find);
  }

  /**
   * The same entries, free answers with their question: for the reporter, and for the secretariat they were given to. Who
   * reads what was accepted does not learn that it was asked for.
   */
  async named<T extends Named>(entries: T[]): Promise<T[]> {
    const found = await this.of(entries.filter((one) => isFree(one) && one.sight !== 'accepted'));
    return found.size === 0
      ? entries
      : entries.map((one) => ({ ...one, question: found.get(one.id) ?? null }));
  }

  /** By entry; nothing is asked where there are none. */
  async of(answers: readonly FreeAnswer[]): Promise<ReadonlyMap<string, Localized>> {
    if (answers.length === 0) return new Map();
    const found = await Promise.all(this.finders.map((find) => find(answers)));
    return new Map(found.flatMap((questions) => [...questions]));
  }
}
