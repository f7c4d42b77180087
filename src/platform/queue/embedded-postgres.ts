import { EventEmitter } from 'node:events';
import type { PgPool, PgPoolClient, PgQueryResult } from 'bullmq';
import { EmbeddedThread } from './embedded-thread.js';

/**
 * PGlite has neither autovacuum nor checkpoints of its own: without them 40,000 jobs leave 40 MB in tables and 100 MB in
 * the write-ahead log. They take 20 ms, in the thread.
 */
const CLEAN_EVERY = 5_000;
const CLEAN = ['VACUUM', 'CHECKPOINT'];

/**
 * In-memory PostgreSQL behind the part of `pg.Pool` that BullMQ uses. Nothing survives the process, by design:
 * the rows in the database say what is left to do.
 *
 * There is one connection for all clients, so a transaction of one would swallow the statements of the others:
 * from BEGIN to COMMIT or ROLLBACK, everybody else waits.
 */
export class EmbeddedPostgres extends EventEmitter implements PgPool {
  /** BullMQ asks; without it idle workers poll every ten seconds. */
  readonly options = { keepAlive: true };
  private readonly clients = new Set<EmbeddedClient>();
  private readonly thread: EmbeddedThread;
  private transaction?: { owner: object; over: Promise<void>; end: () => void };
  private statements = 0;

  /** `keepIn`: see EmbeddedThread. */
  constructor(keepIn?: string) {
    super();
    this.setMaxListeners(0);
    this.thread = new EmbeddedThread(
      (channel, payload) => {
        for (const client of this.clients) client.emit('notification', { channel, payload });
      },
      (error) => this.emit('error', error),
      keepIn,
    );
  }

  /** False once the thread has died or was ended. */
  get alive(): boolean {
    return this.thread.alive;
  }

  query<R>(text: string, params?: readonly unknown[]): Promise<PgQueryResult<R>> {
    return this.run(this, text, params);
  }

  connect(): Promise<PgPoolClient> {
    const client: EmbeddedClient = new EmbeddedClient(
      (text, params) => this.run(client, text, params),
      () => this.clients.delete(client),
    );
    this.clients.add(client);
    return Promise.resolve(client);
  }

  /** Ends the thread; what is still running is rejected. */
  async end(): Promise<void> {
    await this.thread.stop();
  }

  /** Runs one statement for `owner`, after any transaction of somebody else. */
  private async run<R>(owner: object, text: string, params?: readonly unknown[]): Promise<PgQueryResult<R>> {
    while (this.transaction && this.transaction.owner !== owner) await this.transaction.over;
    const control = /^\s*(BEGIN|COMMIT|ROLLBACK)\b/i.exec(text)?.[1]?.toUpperCase();
    if (control === 'BEGIN') this.begin(owner);
    try {
      return await this.thread.run<R>(text, params);
    } catch (error) {
      if (control === 'BEGIN') this.transaction?.end();
      throw error;
    } finally {
      if (control && control !== 'BEGIN') this.transaction?.end();
      if (++this.statements % CLEAN_EVERY === 0 && !this.transaction) this.clean();
    }
  }

  private begin(owner: object): void {
    let over = () => {};
    const promise = new Promise<void>((resolve) => (over = resolve));
    const end = () => {
      this.transaction = undefined;
      over();
    };
    this.transaction = { owner, over: promise, end };
  }

  private clean(): void {
    for (const command of CLEAN)
      this.thread.run(command).catch((error: unknown) => this.emit('error', error));
  }
}

/** One "connection": BullMQ listens on it for notifications. */
class EmbeddedClient extends EventEmitter implements PgPoolClient {
  constructor(
    readonly query: <R>(text: string, params?: readonly unknown[]) => Promise<PgQueryResult<R>>,
    readonly release: () => void,
  ) {
    super();
    this.setMaxListeners(0);
  }
}
