import type { BenchApp } from './support/app.js';
import { besideLimit, type Figure, median, rawLimit } from './support/figure.js';
import { LARGE_MECHANISM, type LargeMechanism } from './support/seed-large.js';

const WARM_UP = 10;
const TIMES = 41;

const READERS = ['secretariat', 'member'] as const;
const BOARDS = [
  { name: 'board', query: '' },
  { name: 'board of a year', query: '?from=2025-01-01&until=2025-12-31' },
];

export interface Filled {
  app: BenchApp;
  mechanism: LargeMechanism;
  entries: number;
}

/**
 * The board of 5,000 items as the API gives it, with a thousand entries reported and with a hundred thousand: the two are
 * asked in turn, so that whatever else the machine does meanwhile slows both.
 */
export async function board(few: Filled, many: Filled): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const { app } of [few, many]) await app.tidy();
  for (const reader of READERS) {
    for (const { name, query } of BOARDS) {
      const taken: [number[], number[]] = [[], []];
      for (let time = 0; time < WARM_UP + TIMES; time += 1) {
        for (const [index, filled] of [few, many].entries()) {
          const ms = await ask(filled, reader, query);
          if (time >= WARM_UP) taken[index]!.push(ms);
        }
      }
      const nameOf = ({ entries }: Filled) => `${name}, ${reader}, ${entries} entries`;
      const limit = rawLimit(nameOf(few), median(taken[0]), 'ms');
      figures.push(besideLimit(nameOf(many), median(taken[1]), limit), limit);
    }
  }
  return figures;
}

async function ask({ app, mechanism }: Filled, reader: (typeof READERS)[number], query: string) {
  const url = `${app.url}/api/v1/mechanisms/${LARGE_MECHANISM}/board${query}`;
  const headers = { authorization: `Bearer ${mechanism.tokens[reader]}` };
  const started = performance.now();
  const answer = await fetch(url, { headers });
  await answer.text();
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return performance.now() - started;
}
