import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { SearchIndex } from '../platform/search/search-index.js';

/** Raised when things are found by other words than before: all are then indexed anew at the next start. */
const VERSION = '4';

/** Has the index filled from the tables: once after it was made or changed, in the background; and on demand. */
@Injectable()
export class SearchIndexer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(SearchIndexer.name);
  private marking: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly index: SearchIndex,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const states = await this.unitOfWork.read.query<{ filled: string }[]>(
      'SELECT "filled" FROM "search_state"',
    );
    if (states.some(({ filled }) => filled === VERSION)) return;
    this.marking = this.fillOnce().catch((error: unknown) =>
      this.logger.error(`filling the index: ${String(error)}`),
    );
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.begun();
  }

  /** Resolves when all is marked that this start has indexed anew. */
  async begun(): Promise<void> {
    await this.marking;
  }

  /** Has everything indexed anew; answers how many things of each kind there are. What is right already stays as it is. */
  async fill(): Promise<Record<string, number>> {
    const counts = await this.index.everythingChanged();
    await this.index.settled();
    return counts;
  }

  /** Of processes that start together, one does. What is not indexed when it ends, the sweep finds. */
  private async fillOnce(): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const mine = await manager.query<object[]>(
        `INSERT INTO "search_state" ("filled") VALUES ('${VERSION}') ON CONFLICT DO NOTHING RETURNING "filled"`,
      );
      if (mine.length === 0) return;
      await manager.query(`DELETE FROM "search_state" WHERE "filled" <> '${VERSION}'`);
      await this.index.everythingChanged();
    });
  }
}
