import { fastify } from 'fastify';
import type { BenchApp } from './support/app.js';
import { besideLimit, type Figure, median, percentile, rawLimit } from './support/figure.js';
import { type Load, putLoad } from './support/load.js';
import type { Seed } from './support/seed.js';

const CLIENTS = 8;
/** Different items are asked for: no page is in any cache because it was just there. */
const PAGES = 400;
const ROUNDS = 3;
const SECONDS = 3;
const BARE_SECONDS = 2;
const WARM_UP_SECONDS = 2;

/** The page of a plan item with what was reported on it, as a browser asks for it; beside a route that holds such a page ready. */
export async function itemPage(app: BenchApp, { itemIds, cookie }: Seed): Promise<Figure[]> {
  const headers = { cookie, 'accept-encoding': 'gzip, deflate, br', 'accept-language': 'en' };
  const paths = itemIds.slice(0, PAGES).map((id) => `/items/${id}`);
  const example = await (await fetch(app.url + paths[1]!, { headers })).text();
  const bare = await bareServer(example);
  const load = (url: string, seconds: number): Load => {
    return {
      url,
      clients: CLIENTS,
      headers,
      requests: paths.map((path) => ({ method: 'GET', path })),
      seconds,
    };
  };

  await putLoad(load(app.url, WARM_UP_SECONDS));
  await putLoad(load(bare.url, WARM_UP_SECONDS));
  const taken: number[] = [];
  const rates: number[] = [];
  const bareTaken: number[] = [];
  const bareRates: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const constant = await putLoad(load(bare.url, BARE_SECONDS));
    bareTaken.push(...constant.taken);
    bareRates.push(constant.rate);
    const drawn = await putLoad(load(app.url, SECONDS));
    taken.push(...drawn.taken);
    rates.push(drawn.rate);
  }
  await bare.close();
  const limits = {
    p50: rawLimit('a constant page of its size, p50', percentile(bareTaken, 0.5), 'ms'),
    p99: rawLimit('a constant page of its size, p99', percentile(bareTaken, 0.99), 'ms'),
    rate: rawLimit('a constant page of its size', median(bareRates), 'per s'),
  };
  return [
    besideLimit(`item page, ${CLIENTS} clients, p50`, percentile(taken, 0.5), limits.p50),
    besideLimit(`item page, ${CLIENTS} clients, p99`, percentile(taken, 0.99), limits.p99),
    besideLimit(`item page, ${CLIENTS} clients`, median(rates), limits.rate),
    ...Object.values(limits),
  ];
}

async function bareServer(html: string): Promise<{ url: string; close: () => Promise<void> }> {
  const server = fastify();
  server.get('/items/:id', (_request, reply) => reply.type('text/html; charset=utf-8').send(html));
  const url = await server.listen({ port: 0, host: '127.0.0.1' });
  return { url, close: async () => server.close() };
}
