import { rmSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Type } from '@nestjs/common';
import type { Job } from 'bullmq';
import type { EntityManager } from 'typeorm';
import { AppModule } from '../../src/app.module.js';
import { RegistryLoader } from '../../src/mechanisms/registry/registry-loader.js';
import { MovableClock } from '../../src/platform/clock.js';
import { type Config, readConfig } from '../../src/platform/config.js';
import { isSqlite } from '../../src/platform/database/data-source.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { createWebApp } from '../../src/platform/http/web-app.js';
import { JobQueue } from '../../src/platform/queue/job-queue.js';
import type { JobRunner } from '../../src/platform/queue/job-runner.js';
import { SearchIndex } from '../../src/platform/search/search-index.js';
import { SearchIndexer } from '../../src/search/search-indexer.js';
import { freshDatabase } from './database.js';
import { keepQueueIn } from './queue.js';
import { ownFolder } from './run-folder.js';
import { type Role, Sibling } from './siblings.js';

/** A running product with a database, data folder, queue name and clock of its own. */
export interface TestApp {
  app: NestFastifyApplication;
  config: Config;
  clock: MovableClock;
  /** Where it listens. */
  url: string;
  /** Where a client's next request goes: to each web process in turn. */
  address(turn: number): Promise<string>;
  /** Has a job done as the queue would have it done: in the worker's process, where one runs apart. */
  work(job: string, payload?: object): Promise<void>;
  /** Resolves when the index of words has what was changed, in whichever process: that is done in the background. */
  indexed(): Promise<void>;
  get<T>(token: Type<T> | (abstract new (...args: never[]) => T)): T;
  /** Starts the queue and its workers. Without, jobs are not run: the rows are the truth. */
  startQueue(): Promise<JobQueue>;
  /** As if it had just been started, at a tenth of the price: empty tables, and the clock where it began. */
  startOver(): Promise<void>;
  close(): Promise<void>;
}

/** Tests begin at this moment unless they say otherwise: a Monday. */
export const START = new Date('2027-03-01T09:00:00Z');

/** What the tests sign with, in whichever process. */
export const SECRET_KEY = 'a key for tests only, of enough length';

interface Options {
  now?: Date;
  env?: Record<string, string>;
  /** On a database server: with a second web process, and a worker apart. */
  siblings?: boolean;
}

export async function startApp(options: Options = {}): Promise<TestApp> {
  const database = await freshDatabase();
  const dataDir = ownFolder('data');
  const settings = readConfig({
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent',
    PORT: '0',
    PUBLIC_URL: 'http://waymark.test',
    DATABASE_URL: database.url,
    DATA_DIR: dataDir,
    QUEUE_URL: process.env.QUEUE_URL ?? 'embedded',
    QUEUE_PREFIX: `test-${randomUUID()}`,
    ...options.env,
  });
  const config: Config = { ...settings, secretKey: settings.secretKey ?? SECRET_KEY };
  const clock = new MovableClock(options.now ?? START);
  const sibling = (role: Role) =>
    options.siblings && !isSqlite(database.url) ? Sibling.start(role, config, clock) : undefined;
  const starting = sibling('web');
  const app = await createWebApp(AppModule.with(config, clock), config);
  await app.listen(0, '127.0.0.1');
  const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  const web = await starting;
  let worker: ReturnType<typeof sibling>;
  return {
    app,
    config,
    clock,
    url,
    address: async (turn) => (web && turn % 2 === 0 ? web.address() : url),
    work: async (job, payload = {}) => {
      worker ??= sibling('worker');
      await (worker ? (await worker).work(job, payload) : doJob(app, job, payload));
    },
    indexed: async () => {
      const others = [web, await worker].map((one) => one?.indexed());
      await Promise.all([app.get(SearchIndex, { strict: false }).settled(), ...others]);
    },
    get: (token) => app.get(token, { strict: false }),
    startQueue: async () => {
      await keepQueueIn(config.dataDir);
      const queue = app.get(JobQueue);
      await queue.start({ worker: true });
      return queue;
    },
    startOver: async () => {
      // What still reads the tables in the background locks them in another order.
      await app.get(SearchIndexer, { strict: false }).begun();
      await app.get(SearchIndex, { strict: false }).settled();
      clock.moveTo(options.now ?? START);
      await app.get(UnitOfWork, { strict: false }).run(emptied);
      await app.get(RegistryLoader, { strict: false }).load();
    },
    close: async () => {
      await Promise.all([app.close(), web?.end(), worker?.then((one) => one.end())]);
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function doJob(app: NestFastifyApplication, name: string, data: object): Promise<void> {
  const queue: unknown = app.get(JobQueue);
  return (queue as { runner: JobRunner }).runner.run({ name, data, opts: {}, attemptsMade: 0 } as Job);
}

async function emptied(manager: EntityManager): Promise<void> {
  const { entityMetadatas, options } = manager.dataSource;
  const tables = [...new Set(entityMetadatas.map(({ tableName }) => `"${tableName}"`)), '"search_row"'];
  if (options.type === 'postgres') return void (await manager.query(`TRUNCATE ${tables.join()} CASCADE`));
  await manager.query('PRAGMA defer_foreign_keys = ON');
  for (const table of tables) await manager.query(`DELETE FROM ${table}`);
}
