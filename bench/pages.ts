import { fastify } from 'fastify';
import type { BenchApp } from './support/app.js';
import { besideBare } from './support/beside-bare.js';
import type { Figure } from './support/figure.js';
import { MECHANISM, type Seed } from './support/seed.js';

/** Different items are asked for: no page is in any cache because it was just there. */
const PAGES = 400;

/** Pages as a browser asks for them: of plan items with what was reported on them, and of a mechanism, where people begin. */
export async function pages(app: BenchApp, { itemIds, cookie }: Seed): Promise<Figure[]> {
  const items = itemIds.slice(0, PAGES).map((id) => `/items/${id}`);
  const overview = `/mechanisms/${MECHANISM}`;
  return [
    ...(await measure(app, cookie, 'item page', items)),
    ...(await measure(app, cookie, 'overview of a mechanism', Array<string>(PAGES).fill(overview))),
    // What signing in, the frame and compressing take: it reads nothing of its own.
    ...(await measure(app, cookie, 'page that reads nothing', Array<string>(PAGES).fill('/shortcuts'))),
  ];
}

/** Beside a route that holds such a page ready. */
async function measure(app: BenchApp, cookie: string, name: string, paths: string[]): Promise<Figure[]> {
  const headers = { cookie, 'accept-encoding': 'gzip, deflate, br', 'accept-language': 'en' };
  const answer = await fetch(app.url + paths.at(-1)!, { headers });
  if (!answer.ok) throw new Error(`${paths.at(-1)} answered ${answer.status}`);
  const bare = await bareServer(await answer.text());
  const names = { product: name, bare: `a constant page, of the size of the ${name}` };
  const figures = await besideBare({ names, product: app.url, bare: bare.url, headers, paths });
  await bare.close();
  return figures;
}

async function bareServer(html: string): Promise<{ url: string; close: () => Promise<void> }> {
  const server = fastify();
  server.get('/*', (_request, reply) => reply.type('text/html; charset=utf-8').send(html));
  const url = await server.listen({ port: 0, host: '127.0.0.1' });
  return { url, close: async () => server.close() };
}
