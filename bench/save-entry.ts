import type { BenchApp } from './support/app.js';
import { durableInserts } from './support/database.js';
import { besideLimit, type Figure, percentile, rawLimit } from './support/figure.js';
import { type LoadRequest, putLoad } from './support/load.js';
import { entryContent, PERIOD, type Seed } from './support/seed.js';
import { Words } from './support/words.js';

const CLIENTS = 8;
/** Measured in turns with the raw limit: a machine that is busy for a moment is busy for both. */
const ROUNDS = 4;
const SAVES = 400;
const INSERTS = 250;
const WARM_UP = 200;

/** Saving a text one writes on, through the API, each save on another draft; beside INSERTs into the same database. */
export async function saveEntry(app: BenchApp, { drafts, token }: Seed): Promise<Figure[]> {
  const saves = savesOf(drafts);
  const headers = headersOf(token);
  const save = (requests: LoadRequest[]) => putLoad({ url: app.url, clients: CLIENTS, headers, requests });

  await save(saves.slice(0, WARM_UP));
  const inserted: number[] = [];
  const saved: number[] = [];
  let seconds = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    inserted.push(...(await durableInserts(app.config.databaseUrl, INSERTS, saves[0]!.body!)));
    const from = WARM_UP + round * SAVES;
    const { taken, rate } = await save(saves.slice(from, from + SAVES));
    saved.push(...taken);
    seconds += taken.length / rate;
  }
  const total = inserted.reduce((sum, ms) => sum + ms, 0);
  const limits = {
    p50: rawLimit('one durable INSERT, p50', percentile(inserted, 0.5), 'ms'),
    p99: rawLimit('one durable INSERT, p99', percentile(inserted, 0.99), 'ms'),
    rate: rawLimit('durable INSERTs in a loop', inserted.length / (total / 1000), 'per s'),
  };
  return [
    besideLimit(`save an entry, ${CLIENTS} clients, p50`, percentile(saved, 0.5), limits.p50),
    besideLimit(`save an entry, ${CLIENTS} clients, p99`, percentile(saved, 0.99), limits.p99),
    besideLimit(`save an entry, ${CLIENTS} clients`, saved.length / seconds, limits.rate),
    ...Object.values(limits),
  ];
}

/** A first change of each draft. */
export function savesOf(drafts: Seed['drafts']): LoadRequest[] {
  const words = new Words(3);
  return drafts.map(({ id, itemId }) => {
    const change = { ...PERIOD, items: [itemId], content: entryContent(words), version: 1 };
    return { method: 'PATCH', path: `/api/v1/progress/${id}`, body: JSON.stringify(change) };
  });
}

export const headersOf = (token: string) => ({
  authorization: `Bearer ${token}`,
  'content-type': 'application/json',
});
