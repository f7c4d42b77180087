import { read, utils, write } from '@e965/xlsx';
import type { BenchApp } from './support/app.js';
import { bulkInserts } from './support/database.js';
import { SearchIndex } from '../src/platform/search/search-index.js';
import { besideLimit, type Figure, median, rawLimit } from './support/figure.js';
import { insertPeople, newKey, newPerson } from './support/seed.js';
import { Words } from './support/words.js';

const MECHANISM = 'almaty';
/** Items on each level, from the top: 5,000 on eight. */
const LEVELS = [4, 12, 48, 144, 432, 864, 1296, 2200];
const TIMES = 5;

/**
 * A workbook of 5,000 items becomes a plan through the API, and comes again with a word changed in every tenth row;
 * beside the library that reads workbooks and INSERTs of the same rows as they are. What is found by its words is written
 * after the answer, and measured apart: the next is begun when that is done.
 */
export async function importPlan(app: BenchApp): Promise<Figure[]> {
  const person = newPerson('almaty@example.org', 'secretariat', MECHANISM);
  await insertPeople(app, [person]);
  const token = await newKey(app, person.account);
  const rows = planRows();
  const file = bookOf(rows);
  const corrected = bookOf(rows.map((row, index) => (index % 10 === 1 ? [...row, 'Corrected'] : row)));
  const taken = { raw: [] as number[], first: [] as number[], found: [] as number[], again: [] as number[] };
  for (let time = 0; time < TIMES; time += 1) {
    taken.raw.push(await timed(() => raw(app, file)));
    let planId = '';
    taken.first.push(
      await timed(async () => {
        planId = await send(app, token, `mechanisms/${MECHANISM}/plans/import?title=A+plan`, file);
      }),
    );
    taken.found.push(await timed(() => app.get(SearchIndex).settled()));
    taken.again.push(await timed(() => send(app, token, `plans/${planId}/import`, corrected)));
    await app.get(SearchIndex).settled();
  }
  const limit = rawLimit(
    'the same workbook read by the library alone, and its rows inserted as they are',
    median(taken.raw),
    'ms',
  );
  return [
    besideLimit('import of 5,000 items in eight levels, p50', median(taken.first), limit),
    besideLimit('then, until all of it is found by its words, p50', median(taken.found), limit),
    besideLimit('import once more, one in ten items changed, p50', median(taken.again), limit),
    limit,
  ];
}

const HEAD = ['Level', 'Code', 'Title', 'Description', 'Responsible', 'Objectives', 'When', 'Status', 'Kind'];

function planRows(): string[][] {
  const words = new Words(9);
  const rows: string[][] = [];
  const counts = LEVELS.map((count, level) => {
    const above = LEVELS[level - 1] ?? 1;
    return (index: number) => Math.floor(count / above) + (index < count % above ? 1 : 0);
  });
  const places = LEVELS.map(() => 0);
  const add = (level: number, code: string) => {
    rows.push([
      String(level + 1),
      code,
      words.text(12),
      words.text(30),
      rows.length % 3 === 0 ? 'Secretariat' : 'Kenya; Partner: IOM',
      `${1 + (rows.length % 23)}; 9(a)`,
      `Q${1 + (rows.length % 4)} 2027`,
      'planned',
    ]);
    const below = counts[level + 1]?.(places[level]!++) ?? 0;
    for (let index = 1; index <= below; index += 1) add(level + 1, `${code}.${index}`);
  };
  for (let index = 1; index <= LEVELS[0]!; index += 1) add(0, String(index));
  return rows;
}

function bookOf(rows: string[][]): Buffer {
  const book = utils.book_new(utils.aoa_to_sheet([HEAD, ...rows]), 'Plan');
  return write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
}

async function send(app: BenchApp, token: string, path: string, file: Buffer): Promise<string> {
  const body = new FormData();
  body.set('file', new Blob([new Uint8Array(file)]), 'plan.xlsx');
  const headers = { authorization: `Bearer ${token}` };
  const answer = await fetch(`${app.url}/api/v1/${path}`, { method: 'POST', headers, body });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return ((await answer.json()) as { plan: { id: string } }).plan.id;
}

async function raw(app: BenchApp, file: Buffer): Promise<void> {
  const book = read(file, { type: 'buffer', dense: true });
  const rows = utils.sheet_to_json<string[]>(book.Sheets[book.SheetNames[0]!]!, { header: 1 });
  await bulkInserts(
    app.config.databaseUrl,
    rows.slice(1).map((row) => JSON.stringify(row)),
  );
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
