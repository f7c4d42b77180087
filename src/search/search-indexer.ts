import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { SearchIndex } from '../platform/search/search-index.js';
import { type SearchSource, SearchSources } from '../platform/search/search-sources.js';

/** Raised when things are found by other words than before: the index is then filled again at the next start. */
const VERSION = '1';
const AT_ONCE = 200;

/** Fills the index from the tables: once after it was made or changed, in the background; and on demand. */
@Injectable()
export class SearchIndexer implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(SearchIndexer.name);
  private stopped = false;
  private running: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly index: SearchIndex,
    private readonly sources: SearchSources,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const [filled] = await this.unitOfWork.read.query<{ filled: string }[]>(
      'SELECT "filled" FROM "search_state"',
    );
    if (filled?.filled === VERSION) return;
    this.running = this.fill().catch((error: unknown) =>
      this.logger.error(`filling the index: ${String(error)}`),
    );
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    await this.running;
  }

  /** Writes what everything is found by; answers how many things of each kind. What is right already stays as it is. */
  async fill(): Promise<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const source of this.sources.all()) counts[source.kind] = await this.fillWith(source);
    if (!this.stopped)
      await this.unitOfWork.run(async (manager) => {
        await manager.query('DELETE FROM "search_state"');
        await manager.query(`INSERT INTO "search_state" ("filled") VALUES ('${VERSION}')`);
      });
    return counts;
  }

  private async fillWith({ kind, next, texts }: SearchSource): Promise<number> {
    let count = 0;
    for (let after = ''; !this.stopped;) {
      const found = await this.unitOfWork.run(async () => {
        const ids = await next(after, AT_ONCE);
        // With those that are in the index only, which are gone.
        const known = await this.index.subjectsBetween(
          kind,
          after,
          ids.length < AT_ONCE ? null : ids.at(-1)!,
        );
        await this.index.replace(kind, [...ids, ...known], texts);
        return ids;
      });
      count += found.length;
      if (found.length < AT_ONCE) break;
      after = found.at(-1)!;
    }
    return count;
  }
}
