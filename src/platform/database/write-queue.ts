import { setTimeout as delay } from 'node:timers/promises';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';

interface Waiting {
  work: (manager: EntityManager) => Promise<unknown>;
  done: (value: unknown) => void;
  failed: (error: unknown) => void;
}

/** So many share one commit at most: the first of them waits for the last. */
const TOGETHER = 32;
/** How long another process may write, and how often it is looked whether it is done. */
const PATIENCE_MS = 30_000;
const LOOK_MS = 5;

/**
 * SQLite's one writing connection, with those who wait for it in line. Whoever waits while one commit is under way
 * shares the next: each runs in a savepoint of its own, and is answered when the disk has all of them. A commit
 * waits for the disk and stops the process for that time; eight at once pay for one, not for eight.
 */
export class WriteQueue {
  private waiting: Waiting[] = [];
  private running: Promise<void> | null = null;
  private isHasty = false;

  constructor(private readonly writer: DataSource) {}

  /** Runs the work when its turn comes; rejects with its error, or with the commit's. */
  add<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.waiting.push({ work, done: resolve as (value: unknown) => void, failed: reject });
      this.running ??= this.run();
    });
  }

  /** Resolves when nobody waits. */
  async idle(): Promise<void> {
    while (this.running) await this.running;
  }

  private async run(): Promise<void> {
    // Not at once: those who ask in the same turn of the event loop come along.
    await new Promise(setImmediate);
    while (this.waiting.length > 0) await this.commit(this.waiting.splice(0, TOGETHER));
    this.running = null;
  }

  private async commit(batch: Waiting[]): Promise<void> {
    const answers: (() => void)[] = [];
    try {
      await this.inTransaction(async (manager) => {
        const [only] = batch;
        // Alone, it is undone with the transaction.
        if (batch.length === 1) answers.push(await perform(only!, manager));
        else for (const one of batch) answers.push(await attempt(one, manager));
      });
    } catch (error) {
      for (const { failed } of batch) failed(error);
      return;
    }
    for (const answer of answers) answer();
  }

  /**
   * IMMEDIATE takes the lock up front, and waits for it. TypeORM would begin a deferred transaction: one that reads
   * first and writes later fails at once with SQLITE_BUSY when another process committed in between.
   */
  private async inTransaction(work: (manager: EntityManager) => Promise<void>): Promise<void> {
    const runner = this.writer.createQueryRunner();
    await this.begin(runner);
    // Else `save` would begin one of its own.
    Object.assign(runner, { isTransactionActive: true });
    try {
      await work(runner.manager);
      await runner.query('COMMIT');
    } catch (error) {
      // There is none to roll back where SQLite has undone it by itself.
      await runner.query('ROLLBACK').catch(() => undefined);
      throw error;
    } finally {
      Object.assign(runner, { isTransactionActive: false });
    }
  }

  /** SQLite itself waits by stopping the process: everybody who asks it for anything would wait for another one's write. */
  private async begin(runner: QueryRunner): Promise<void> {
    if (!this.isHasty) await runner.query('PRAGMA busy_timeout = 0');
    this.isHasty = true;
    for (const until = Date.now() + PATIENCE_MS; ; await delay(LOOK_MS)) {
      try {
        await runner.query('BEGIN IMMEDIATE');
        return;
      } catch (error) {
        if (!isBusy(error) || Date.now() > until) throw error;
      }
    }
  }
}

const isBusy = (error: unknown) =>
  String((error as { driverError?: { code?: string } }).driverError?.code).startsWith('SQLITE_BUSY');

async function perform({ work, done }: Waiting, manager: EntityManager): Promise<() => void> {
  const value = await work(manager);
  return () => done(value);
}

/**
 * Runs one of a batch, and undoes it alone when it fails. Throws when it cannot: SQLite has undone the whole batch by
 * itself then (a full disk, an error of the disk), and what follows would be committed outside of it.
 */
async function attempt(one: Waiting, manager: EntityManager): Promise<() => void> {
  await manager.query('SAVEPOINT one');
  try {
    const answer = await perform(one, manager);
    await manager.query('RELEASE one');
    return answer;
  } catch (error) {
    await manager.query('ROLLBACK TO one').catch(() => {
      throw error;
    });
    await manager.query('RELEASE one');
    return () => one.failed(error);
  }
}
