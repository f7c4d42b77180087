import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { INestApplication } from '@nestjs/common';
import { AppModule } from '../app.module.js';
import { MovableClock } from '../platform/clock.js';
import type { Config } from '../platform/config.js';
import { createWebApp } from '../platform/http/web-app.js';
import { JobQueue } from '../platform/queue/job-queue.js';
import { SearchIndex } from '../platform/search/search-index.js';
import { ownSettings, startUp, whereIs } from '../platform/start/start-up.js';
import { liveThroughQuarter, type Summary } from './quarter.js';
import { printSummary } from './summary.js';
import { freshFolder, MARK } from './fresh-folder.js';

const DAY_MS = 86_400_000;
/** Reminders go out in people's mornings: every day of the story begins at 07:00 UTC. */
const morningOf = (moment: number) => new Date(Math.floor(moment / DAY_MS) * DAY_MS + 7 * 3_600_000);
/** How long the demonstration lives through before it shows itself: a quarter and a few days. */
export const DAYS = 95;

/**
 * Fills a fresh data folder through the same services the pages use, as invented people, with the clock moved
 * through a quarter; then serves it. Needs no other server. Never touches data that is not a demonstration's.
 */
export async function demo(options: { reset?: boolean; exit?: boolean }): Promise<void> {
  // Its own embedded parts: a demonstration must not write to a real database, queue or mail server.
  const { dataDir } = ownSettings();
  await freshFolder(dataDir, options.reset ?? false);
  await writeFile(
    join(dataDir, MARK),
    'Made by `npm run demo`. It is replaced with `npm run demo -- --reset`.\n',
  );
  const config = embedded(startUp({ creates: true }).config);
  console.error(whereIs(config));

  const started = Date.now();
  const clock = new MovableClock(morningOf(started - (DAYS + 1) * DAY_MS));
  const past = await createWebApp(AppModule.with(config, clock), config);
  const summary = await liveThrough(past, clock, config);
  printSummary(summary, config, (Date.now() - started) / 1000);

  if (!options.exit) await serve(config);
}

/** Closes what it opened whatever happens: a process with a queue that is open would never end. */
async function liveThrough(past: INestApplication, clock: MovableClock, config: Config): Promise<Summary> {
  try {
    await past.get(JobQueue).start({ worker: true });
    const tell = (step: string) => console.error(`  making ${step} …`);
    const summary = await liveThroughQuarter(past, clock, config, DAYS, tell);
    await past.get(SearchIndex).settled();
    return summary;
  } finally {
    await past.close();
  }
}

async function serve(config: Config): Promise<void> {
  const app = await createWebApp(AppModule.with(config), config);
  await app.listen(config.port, config.host);
  await app.get(JobQueue).start({ worker: true });
  console.log(`\nServing at ${config.publicUrl} (stop with Ctrl+C).`);
}

const embedded = (config: Config): Config => ({
  ...config,
  databaseUrl: `sqlite:${join(config.dataDir, 'waymark.db')}`,
  queueUrl: 'embedded',
  mailUrl: 'mailbox',
  worker: 'inline',
  logLevel: 'warn',
});
