import { existsSync, linkSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedPostgres } from '../../src/platform/queue/embedded-postgres.js';
import { onceInRun } from './run-folder.js';

const embedded = (process.env.QUEUE_URL ?? 'embedded') === 'embedded';

/** Where the first embedded queue of the run keeps what makes the others quick (`QueueOptions.keepIn`). */
export async function keptQueue(): Promise<string | undefined> {
  if (!embedded) return undefined;
  return onceInRun('queue', async (folder) => {
    const first = new EmbeddedPostgres(folder);
    await first.query('SELECT 1');
    await first.end();
  });
}

/** Gives a data folder what an earlier start would have left there. */
export async function keepQueueIn(dataDir: string): Promise<void> {
  const kept = await keptQueue();
  if (kept === undefined) return;
  for (const name of readdirSync(kept))
    if (!existsSync(join(dataDir, name))) linkSync(join(kept, name), join(dataDir, name));
}
