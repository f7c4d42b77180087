import { setTimeout as delay } from 'node:timers/promises';
import {
  createPostgresBackend,
  FlowProducer,
  type PgPool,
  type Processor,
  Queue,
  runMigrations,
  Worker,
} from 'bullmq';
import pg from 'pg';
import type { Backend, Pace, Report } from './backend.js';
import { EmbeddedPostgres } from './embedded-postgres.js';
import type { QueueName } from './jobs.js';

const SCHEMA = 'bullmq';
const RETRY_MS = 1_000;

/** BullMQ on a PostgreSQL server, or, for `embedded`, on one inside this process. */
export class PostgresBackend implements Backend {
  private pool?: PgPool;
  private ready = false;
  private readonly closing = new AbortController();

  constructor(
    private readonly url: string,
    private readonly prefix: string,
    private readonly report: Report,
    /** For the embedded one: see EmbeddedThread. */
    private readonly keepIn?: string,
  ) {}

  async connect(): Promise<void> {
    const pool = this.open();
    this.pool = pool;
    for (;;) {
      try {
        await migrate(pool);
        break;
      } catch (error) {
        if (this.closing.signal.aborted) throw new Error('the queue was closed before it was ready');
        if (pool instanceof EmbeddedPostgres) throw error;
        this.report(error as Error);
        await delay(RETRY_MS, undefined, { signal: this.closing.signal }).catch(() => undefined);
      }
    }
    this.ready = true;
  }

  isReady(): boolean {
    return this.ready && (!(this.pool instanceof EmbeddedPostgres) || this.pool.alive);
  }

  queue(name: QueueName): Queue {
    const options = { connection: this.pool!, streams: { events: { maxLen: 100 } } };
    // The classes differ in the type of their backend only; nobody outside asks for it.
    return new Queue(this.nameOf(name), options, createPostgresBackend) as unknown as Queue;
  }

  flows(): FlowProducer {
    return new FlowProducer({ connection: this.pool! }, createPostgresBackend) as unknown as FlowProducer;
  }

  worker(name: QueueName, processor: Processor, pace: Pace): Worker {
    const options = { connection: this.pool!, ...pace };
    return new Worker(this.nameOf(name), processor, options, createPostgresBackend) as unknown as Worker;
  }

  async close(): Promise<void> {
    this.ready = false;
    this.closing.abort();
    const pool = this.pool;
    // pg.Pool refuses to be ended twice.
    this.pool = undefined;
    await pool?.end();
  }

  /** BullMQ ignores its prefix on PostgreSQL; two installations on one server must not share queues. */
  nameOf(name: QueueName): string {
    return `${this.prefix}-${name}`;
  }

  private open(): PgPool {
    const pool: PgPool =
      this.url === 'embedded'
        ? new EmbeddedPostgres(this.keepIn)
        : // Each worker keeps one connection to listen on; keepAlive lets it notice when that one is gone.
          new pg.Pool({
            connectionString: this.url,
            options: `-c search_path=${SCHEMA}`,
            max: 10,
            keepAlive: true,
            connectionTimeoutMillis: 5_000,
          });
    pool.on('error', this.report);
    return pool;
  }
}

async function migrate(pool: PgPool): Promise<void> {
  const client = await pool.connect();
  try {
    await runMigrations(client, SCHEMA);
    await client.query(`SET search_path = ${SCHEMA}`);
  } finally {
    client.release();
  }
}
