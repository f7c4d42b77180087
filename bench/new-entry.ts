import { randomUUID } from 'node:crypto';
import type { BenchApp } from './support/app.js';
import { durableInserts } from './support/database.js';
import { besideLimit, type Figure, percentile, rawLimit } from './support/figure.js';
import { type LoadRequest, putLoad } from './support/load.js';
import { DRAFTING_STATE, entryContent, MECHANISM, PERIOD, type Seed } from './support/seed.js';
import { Words } from './support/words.js';

const CLIENTS = 8;
/** Measured in turns with the raw limit. */
const ROUNDS = 4;
const ENTRIES = 150;
const INSERTS = 250;
const WARM_UP = 100;

/** The form of a new entry, sent with the button that submits it; beside INSERTs of its words into the same database. */
export async function newEntry(app: BenchApp, { itemIds, focalPoint }: Seed): Promise<Figure[]> {
  const words = new Words(7);
  const headers = {
    cookie: focalPoint.cookie,
    origin: new URL(app.config.publicUrl).origin,
    'content-type': 'application/x-www-form-urlencoded',
  };
  const send = (count: number) => {
    const requests = Array.from({ length: count }, (_, index): LoadRequest => {
      const form = formOf(itemIds[index % itemIds.length]!, focalPoint.csrf, words);
      return { method: 'POST', path: '/progress', body: form.toString() };
    });
    return putLoad({ url: app.url, clients: CLIENTS, headers, requests });
  };

  await send(WARM_UP);
  const inserted: number[] = [];
  const taken: number[] = [];
  let seconds = 0;
  const body = formOf(itemIds[0]!, '', words).toString();
  for (let round = 0; round < ROUNDS; round += 1) {
    inserted.push(...(await durableInserts(app.config.databaseUrl, INSERTS, body)));
    const sent = await send(ENTRIES);
    taken.push(...sent.taken);
    seconds += sent.taken.length / sent.rate;
  }
  const total = inserted.reduce((sum, ms) => sum + ms, 0);
  const limits = {
    p50: rawLimit('one durable INSERT of a form, p50', percentile(inserted, 0.5), 'ms'),
    rate: rawLimit('durable INSERTs of forms in a loop', inserted.length / (total / 1000), 'per s'),
  };
  const name = `a new entry with its submission, ${CLIENTS} clients`;
  return [
    besideLimit(`${name}, p50`, percentile(taken, 0.5), limits.p50),
    besideLimit(name, taken.length / seconds, limits.rate),
    ...Object.values(limits),
  ];
}

function formOf(itemId: string, csrf: string, words: Words): URLSearchParams {
  const { language, status, narrative, results, challenges, nextSteps } = entryContent(words);
  const content = Object.entries({ language, status, narrative, results, challenges, nextSteps });
  return new URLSearchParams([
    ['_csrf', csrf],
    ['formKey', randomUUID()],
    ['intent', 'submit'],
    ['mechanismId', MECHANISM],
    ['as', `state:${DRAFTING_STATE}`],
    ['items', itemId],
    ...Object.entries(PERIOD),
    ...content.map(([name, value]) => [`content.${name}`, value ?? '']),
  ] as [string, string][]);
}
