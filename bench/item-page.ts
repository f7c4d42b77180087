import { fastify } from 'fastify';
import type { BenchApp } from './support/app.js';
import { besideBare } from './support/beside-bare.js';
import type { Figure } from './support/figure.js';
import type { Seed } from './support/seed.js';

/** Different items are asked for: no page is in any cache because it was just there. */
const PAGES = 400;

/** The page of a plan item with what was reported on it, as a browser asks for it; beside a route that holds such a page ready. */
export async function itemPage(app: BenchApp, { itemIds, cookie }: Seed): Promise<Figure[]> {
  const headers = { cookie, 'accept-encoding': 'gzip, deflate, br', 'accept-language': 'en' };
  const paths = itemIds.slice(0, PAGES).map((id) => `/items/${id}`);
  const example = await (await fetch(app.url + paths[1]!, { headers })).text();
  const bare = await bareServer(example);
  const names = { product: 'item page', bare: 'a constant page of its size' };
  const figures = await besideBare({ names, product: app.url, bare: bare.url, headers, paths });
  await bare.close();
  return figures;
}

async function bareServer(html: string): Promise<{ url: string; close: () => Promise<void> }> {
  const server = fastify();
  server.get('/items/:id', (_request, reply) => reply.type('text/html; charset=utf-8').send(html));
  const url = await server.listen({ port: 0, host: '127.0.0.1' });
  return { url, close: async () => server.close() };
}
