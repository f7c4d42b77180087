import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import pg from 'pg';
import { isSqlite, sqlitePath } from '../../src/platform/database/data-source.js';

export interface ScratchDatabase {
  url: string;
  /** A folder that goes with it. */
  folder: string;
  drop(): Promise<void>;
}

/** A database for this run alone: on the disk, or on the server, where `url` has the real one. */
export async function scratchDatabase(url: string, dataDir: string): Promise<ScratchDatabase> {
  const beside = isSqlite(url) ? dirname(sqlitePath(url)) : dataDir;
  mkdirSync(beside, { recursive: true });
  const folder = mkdtempSync(join(beside, 'bench-'));
  const removeFolder = () => rmSync(folder, { recursive: true, force: true });
  if (isSqlite(url)) {
    return { url: `sqlite:${join(folder, 'waymark.db')}`, folder, drop: async () => removeFolder() };
  }
  const name = `waymark_bench_${randomUUID().replaceAll('-', '')}`;
  await administer(url, `CREATE DATABASE "${name}"`);
  const address = new URL(url);
  address.pathname = `/${name}`;
  return {
    url: address.href,
    folder,
    drop: async () => {
      removeFolder();
      await administer(url, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
    },
  };
}

/** Milliseconds of each of `count` INSERTs, one after the other, committed to the disk one by one. */
export function durableInserts(url: string, count: number, body: string): Promise<number[]> {
  return isSqlite(url) ? sqliteInserts(sqlitePath(url), count, body) : postgresInserts(url, count, body);
}

const TABLE = 'CREATE TABLE IF NOT EXISTS bench_scratch (id varchar(36) PRIMARY KEY, body text NOT NULL)';

async function sqliteInserts(path: string, count: number, body: string): Promise<number[]> {
  const database = new Sqlite(path);
  // What the product's own connection is set to.
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec(TABLE);
  const insert = database.prepare('INSERT INTO bench_scratch VALUES (?, ?)');
  const taken = await eachTimed(count, () => insert.run(randomUUID(), body));
  database.close();
  return taken;
}

async function postgresInserts(url: string, count: number, body: string): Promise<number[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(TABLE);
  const text = 'INSERT INTO bench_scratch VALUES ($1, $2)';
  const taken = await eachTimed(count, () =>
    client.query({ name: 'insert', text, values: [randomUUID(), body] }),
  );
  await client.end();
  return taken;
}

const ROWS_AT_ONCE = 500;

/** Rows put in with as few statements as will do, in one transaction committed to the disk. */
export async function bulkInserts(url: string, bodies: readonly string[]): Promise<void> {
  const places = (count: number, place: (index: number) => string) =>
    `INSERT INTO bench_scratch VALUES ${Array.from({ length: count }, (_, index) => place(index)).join(', ')}`;
  const parts = Array.from({ length: Math.ceil(bodies.length / ROWS_AT_ONCE) }, (_, part) =>
    bodies
      .slice(part * ROWS_AT_ONCE, (part + 1) * ROWS_AT_ONCE)
      .flatMap((body) => [randomUUID() as string, body]),
  );
  if (isSqlite(url)) {
    const database = new Sqlite(sqlitePath(url));
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.exec(TABLE);
    database.transaction(() => {
      for (const values of parts) database.prepare(places(values.length / 2, () => '(?, ?)')).run(values);
    })();
    database.close();
    return;
  }
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(TABLE);
  await client.query('BEGIN');
  for (const values of parts)
    await client.query(
      places(values.length / 2, (index) => `($${index * 2 + 1}, $${index * 2 + 2})`),
      values,
    );
  await client.query('COMMIT');
  await client.end();
}

/** One statement, asked again and again: the library and nothing else. */
export interface Prepared {
  all(values: readonly (string | number)[]): Promise<object[]>;
  close(): Promise<void>;
}

/** `text` has a question mark for each value. */
export async function prepare(url: string, text: string): Promise<Prepared> {
  if (isSqlite(url)) {
    const database = new Sqlite(sqlitePath(url), { readonly: true });
    const statement = database.prepare(text);
    return {
      all: async (values) => statement.all(values) as object[],
      close: async () => void database.close(),
    };
  }
  let places = 0;
  const numbered = text.replaceAll('?', () => `$${(places += 1)}`);
  const pool = new pg.Pool({ connectionString: url });
  return {
    all: async (values) => (await pool.query({ name: 'rows', text: numbered, values: [...values] })).rows,
    close: () => pool.end(),
  };
}

async function eachTimed(count: number, work: () => unknown): Promise<number[]> {
  const taken: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const started = performance.now();
    await work();
    taken.push(performance.now() - started);
  }
  return taken;
}

async function administer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
