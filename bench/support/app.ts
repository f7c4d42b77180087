import { randomBytes, randomUUID } from 'node:crypto';
import type { Type } from '@nestjs/common';
import { AppModule } from '../../src/app.module.js';
import { MovableClock } from '../../src/platform/clock.js';
import { type Config, readConfig } from '../../src/platform/config.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { createWebApp } from '../../src/platform/http/web-app.js';
import { SearchIndex } from '../../src/platform/search/search-index.js';
import { scratchDatabase } from './database.js';
import { clearQueues, nearestQueue } from './queues.js';

/** A Tuesday morning in every zone the bench uses: reminders go out. */
const NOW = new Date('2027-03-02T09:00:00Z');

/** The product, running as `npm start` runs it, with a database, queue and folder of this run alone. */
export interface BenchApp {
  config: Config;
  clock: MovableClock;
  url: string;
  get<T>(token: Type<T> | (abstract new (...args: never[]) => T)): T;
  /** What goes on after the answers is done, and what a database does by itself after many rows came in. */
  tidy(): Promise<void>;
  close(): Promise<void>;
}

export async function startApp(options: { mailUrl: string }): Promise<BenchApp> {
  const given = readConfig(process.env);
  const database = await scratchDatabase(given.databaseUrl, given.dataDir);
  const config: Config = {
    ...given,
    secretKey: randomBytes(48).toString('base64'),
    port: 0,
    databaseUrl: database.url,
    dataDir: database.folder,
    queueUrl: process.env.QUEUE_URL ? given.queueUrl : await nearestQueue(),
    queuePrefix: `bench-${randomUUID()}`,
    mailUrl: options.mailUrl,
    // The log would go where the table goes.
    logLevel: 'error',
  };
  const clock = new MovableClock(NOW);
  const app = await createWebApp(AppModule.with(config, clock), config);
  await app.listen(0, '127.0.0.1');
  return {
    config,
    clock,
    url: await app.getUrl(),
    get: (token) => app.get(token, { strict: false }),
    tidy: async () => {
      await app.get(SearchIndex, { strict: false }).settled();
      const unitOfWork = app.get(UnitOfWork, { strict: false });
      if (unitOfWork.sqlite) await unitOfWork.run((manager) => manager.query('ANALYZE'));
      else await unitOfWork.read.query('VACUUM ANALYZE');
    },
    close: async () => {
      await app.close();
      await clearQueues(config.queueUrl, config.queuePrefix);
      await database.drop();
    },
  };
}
