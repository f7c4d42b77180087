import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedPostgres } from '../../../src/platform/queue/embedded-postgres.js';
import { ownFolder } from '../../support/run-folder.js';

const folder = ownFolder('kept');
writeFileSync(join(folder, 'embedded-queue-0.0.1.tar.gz'), 'of an earlier version');
const database = new EmbeddedPostgres(folder);
let longestPause = 0;

beforeAll(async () => {
  let last = performance.now();
  const watch = setInterval(() => {
    const now = performance.now();
    longestPause = Math.max(longestPause, now - last);
    last = now;
  }, 5);
  await database.query('CREATE TABLE note (text varchar UNIQUE)');
  clearInterval(watch);
});
afterAll(() => database.end());

test('starting it leaves the event loop free', () => {
  expect(longestPause).toBeLessThan(500);
});

test('nobody speaks into the transaction of another', async () => {
  const [one, two] = [await database.connect(), await database.connect()];
  await one.query('BEGIN');
  await one.query('INSERT INTO note VALUES ($1)', ['first']);
  const second = two.query('INSERT INTO note VALUES ($1)', ['second']);
  const third = database.query('INSERT INTO note VALUES ($1)', ['third']);
  await one.query('ROLLBACK');
  await Promise.all([second, third]);
  const { rows } = await one.query<{ text: string }>('SELECT text FROM note ORDER BY 1');
  expect(rows.map((row) => row.text)).toEqual(['second', 'third']);
});

test('every client hears a notification', async () => {
  const [one, two] = [await database.connect(), await database.connect()];
  const heard: unknown[] = [];
  for (const client of [one, two]) client.on('notification', (notification) => heard.push(notification));
  await one.query('-- a comment first\nLISTEN bell');
  await database.query(`SELECT pg_notify('bell', 'rung')`);
  expect(heard).toEqual([
    { channel: 'bell', payload: 'rung' },
    { channel: 'bell', payload: 'rung' },
  ]);
});

test('an error keeps its code and detail', async () => {
  await database.query(`INSERT INTO note VALUES ('same')`);
  const again = database.query(`INSERT INTO note VALUES ('same')`);
  await expect(again).rejects.toMatchObject({ code: '23505', detail: expect.stringContaining('same') });
});

test('what was written to its log does not pile up', async () => {
  await database.query('INSERT INTO note SELECT md5(n::text) FROM generate_series(1, 50000) n');
  const megabytes = async () => {
    const { rows } = await database.query<{ sum: string }>('SELECT sum(size) FROM pg_ls_waldir()');
    return Number(rows[0]!.sum) / 1024 ** 2;
  };
  expect(await megabytes()).toBeGreaterThan(6);
  await Promise.all(Array.from({ length: 5_000 }, () => database.query('SELECT 1')));
  expect(await megabytes()).toBeLessThan(6);
});

test('after its end, everything is refused', async () => {
  await database.end();
  expect(database.alive).toBe(false);
  await expect(database.query('SELECT 1')).rejects.toThrow('closed');
});

test('what it keeps begins the next one, which knows nothing of the first, and is made anew when it is damaged', async () => {
  const [name, ...others] = readdirSync(folder);
  expect([name, others]).toEqual([expect.stringMatching(/^embedded-queue-\d+\.\d+\.\d+-\d+\.tar\.gz$/), []]);
  const kept = join(folder, name!);
  const { size, mode, ino } = statSync(kept);
  expect([size > 1_000_000, mode & 0o077]).toEqual([true, 0]);
  const tables = async () => {
    const next = new EmbeddedPostgres(folder);
    const { rows } = await next.query(`SELECT FROM pg_tables WHERE tablename = 'note'`);
    await next.end();
    return rows.length;
  };
  expect(await tables()).toBe(0);
  expect(statSync(kept).ino).toBe(ino);
  writeFileSync(kept, readFileSync(kept).subarray(0, size / 2));
  expect(await tables()).toBe(0);
  expect(readFileSync(kept).length).toBeGreaterThan(size / 2);
});
