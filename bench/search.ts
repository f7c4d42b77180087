import { SearchIndexer } from '../src/search/search-indexer.js';
import type { Filled } from './board.js';
import { besideLimit, type Figure, percentile, rawLimit } from './support/figure.js';

const WARM_UP = 5;
const TIMES = 30;
const READERS = ['secretariat', 'member'] as const;
/** Of the invented words of the bench, one that most texts have, some that few have, and beginnings of many. */
const SEARCHES = {
  'a common word': ['tion', 'mi', 'tect', 'forum'],
  'two words': ['tionmi forbor', 'datasa la', 'consul vitect', 'prosta co'],
  'a rare word': ['migration', 'borderdata', 'protectforum', 'consulreturn'],
  'a beginning': ['mig', 'prot', 'bour', 'conf'],
};

/** Searches over everything as the API answers them, with a thousand entries and with a hundred thousand, in turn. */
export async function search(few: Filled, many: Filled): Promise<Figure[]> {
  for (const { app } of [few, many]) await app.get(SearchIndexer).fill();
  const figures: Figure[] = [];
  for (const reader of READERS) {
    for (const [name, words] of Object.entries(SEARCHES)) {
      const taken: [number[], number[]] = [[], []];
      for (let time = 0; time < WARM_UP + TIMES; time += 1) {
        for (const [index, filled] of [few, many].entries()) {
          const ms = await ask(filled, reader, words[time % words.length]!);
          if (time >= WARM_UP) taken[index]!.push(ms);
        }
      }
      const nameOf = ({ entries }: Filled) => `search for ${name}, ${reader}, ${entries} entries, p90`;
      const limit = rawLimit(nameOf(few), percentile(taken[0], 0.9), 'ms');
      figures.push(besideLimit(nameOf(many), percentile(taken[1], 0.9), limit), limit);
    }
  }
  return figures;
}

async function ask({ app, mechanism }: Filled, reader: (typeof READERS)[number], words: string) {
  const url = `${app.url}/api/v1/search?q=${encodeURIComponent(words)}&kind=entry`;
  const headers = { authorization: `Bearer ${mechanism.tokens[reader]}` };
  const started = performance.now();
  const answer = await fetch(url, { headers });
  await answer.text();
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return performance.now() - started;
}
