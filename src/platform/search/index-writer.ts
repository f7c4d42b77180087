import { setImmediate as turn } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { UnitOfWork } from '../database/unit-of-work.js';
import { rowOf, type SearchText } from './index-row.js';
import { SearchDue } from './search-due.entity.js';
import type { SearchSources } from './search-sources.js';
import { storedRows } from './stored-rows.js';
import type { IndexRow, StoredRow, WordStore } from './word-store.js';

/** Brings the index in line with what is due. */
export class IndexWriter {
  private readonly logger = new Logger(IndexWriter.name);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sources: SearchSources,
    private readonly store: WordStore,
  ) {}

  /** Never throws: what fails stays due, and the next sweep tries it again. One that cannot be read keeps no other back. */
  async bring(kind: string, subjectIds: string[]): Promise<void> {
    try {
      await this.index(kind, subjectIds);
    } catch (error) {
      this.logger.error(`indexing ${kind}: ${String(error)}`);
      if (subjectIds.length > 1) for (const id of subjectIds) await this.bring(kind, [id]);
    }
  }

  /**
   * Reads what is due before the texts, so that these are at least as new; and writes them unless somebody else, who may
   * have read newer ones, was done meanwhile. What became due meanwhile stays, and goes on hiding what it hides; where
   * somebody else was done with the first part only of what was due, the rest is indexed anew.
   */
  async index(kind: string, subjectIds: string[]): Promise<void> {
    const due = await this.unitOfWork.read.findBy(SearchDue, { kind, subjectId: In(subjectIds) });
    if (due.length === 0) return;
    const subjects = [...new Set(due.map(({ subjectId }) => subjectId))];
    const rows = await rowsOf(await this.sources.of(kind).texts(subjects));
    const rest = await this.unitOfWork.run(async (manager) => {
      await this.store.lock(manager, kind);
      const where = { id: In(due.map(({ id }) => id)) };
      const left = await manager.find(SearchDue, { where, select: { id: true } });
      const still = new Set(left.map(({ id }) => id));
      const done = new Set(due.filter(({ id }) => !still.has(id)).map(({ subjectId }) => subjectId));
      const isMine = ({ subjectId }: { subjectId: string }) => !done.has(subjectId);
      const mine = due.filter(isMine);
      if (mine.length > 0) {
        await this.replace(
          manager,
          kind,
          subjects.filter((id) => !done.has(id)),
          rows.filter(isMine),
        );
        await manager.delete(SearchDue, { id: In(mine.map(({ id }) => id)) });
      }
      return due.filter((one) => still.has(one.id) && !isMine(one)).map(({ subjectId }) => subjectId);
    });
    if (rest.length > 0) await this.index(kind, rest);
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
    const added = rows.filter((row) => !there.some((stored) => same(row, stored)));
    await this.store.remove(
      manager,
      former.map(({ number }) => number),
    );
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
