import { copyFileSync, rmSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { migrations } from '../../migrations/chain.js';
import { openWriter } from '../../src/platform/database/database.module.js';
import { writerOptions } from '../../src/platform/database/data-source.js';
import { onceInRun, ownFolder, RUN_NAME } from './run-folder.js';

/** The suite runs on SQLite, or on the PostgreSQL server that DATABASE_URL names. */
const server = process.env.DATABASE_URL?.startsWith('postgres') ? process.env.DATABASE_URL : null;

export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

/** A database of its own for one test file; a copy of a migrated one unless `empty`. Copying is quicker than migrating. */
export function freshDatabase({ empty = false } = {}): Promise<TestDatabase> {
  return server ? freshPostgres(server, empty) : freshSqlite(empty);
}

async function freshSqlite(empty: boolean): Promise<TestDatabase> {
  const folder = ownFolder('database');
  const path = join(folder, 'waymark.db');
  if (!empty) copyFileSync(join(await sqliteTemplate(), 'waymark.db'), path);
  return { url: `sqlite:${path}`, drop: async () => rmSync(folder, { recursive: true, force: true }) };
}

const sqliteTemplate = () =>
  onceInRun('template', (folder) =>
    migrate(`sqlite:${join(folder, 'waymark.db')}`, 'PRAGMA wal_checkpoint(TRUNCATE)'),
  );

async function freshPostgres(url: string, empty: boolean): Promise<TestDatabase> {
  const name = `waymark_test_${randomUUID().replaceAll('-', '')}`;
  await administer(url, async (client) => {
    const template = empty ? 'template1' : await postgresTemplate(client, url);
    await client.query(`CREATE DATABASE "${name}" TEMPLATE "${template}"`);
  });
  const drop = (client: pg.Client) => client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
  return { url: addressOf(url, name), drop: () => administer(url, drop) };
}

/** Bears the name of the run, by which global-teardown.js drops it. */
async function postgresTemplate(client: pg.Client, url: string): Promise<string> {
  // Test files run side by side: the first makes it, the others wait.
  await client.query('SELECT pg_advisory_lock(1)');
  const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [RUN_NAME]);
  if (rowCount === 0) {
    await client.query(`CREATE DATABASE "${RUN_NAME}"`);
    await migrate(addressOf(url, RUN_NAME));
  }
  await client.query('SELECT pg_advisory_unlock(1)');
  return RUN_NAME;
}

function addressOf(server: string, database: string): string {
  const address = new URL(server);
  address.pathname = `/${database}`;
  return address.href;
}

async function migrate(url: string, last?: string): Promise<void> {
  const writer = await openWriter(writerOptions({ url, migrations }), 'migrate');
  if (last) await writer.query(last);
  await writer.destroy();
}

async function administer(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
