import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { mkdtempSync } from 'node:fs';
import { createHash, randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { migrations } from '../../migrations/chain.js';
import { writerOptions } from '../../src/platform/database/data-source.js';

/** The suite runs on SQLite, or on the PostgreSQL server that DATABASE_URL names. */
const server = process.env.DATABASE_URL?.startsWith('postgres') ? process.env.DATABASE_URL : null;

export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

/** A database of its own for one test file; migrated already unless `empty`. */
export function freshDatabase({ empty = false } = {}): Promise<TestDatabase> {
  return server ? freshPostgres(server, empty) : freshSqlite(empty);
}

async function freshSqlite(empty: boolean): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-test-'));
  const path = join(folder, 'waymark.db');
  if (!empty) copyFileSync(await sqliteTemplate(), path);
  return { url: `sqlite:${path}`, drop: async () => rmSync(folder, { recursive: true, force: true }) };
}

/** Migrating takes longer than copying a migrated file; the template is made once for a chain of migrations. */
async function sqliteTemplate(): Promise<string> {
  const chain = createHash('sha256');
  for (const migration of migrations) chain.update(migration.name + new migration().up.toString());
  const folder = join(tmpdir(), 'waymark-test-templates');
  const path = join(folder, `${chain.digest('hex').slice(0, 16)}-${process.pid}.db`);
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  const partial = `${path}.${randomUUID()}`;
  const writer = await migrated(`sqlite:${partial}`);
  await writer.query('PRAGMA wal_checkpoint(TRUNCATE)');
  await writer.destroy();
  renameSync(partial, path);
  return path;
}

async function freshPostgres(url: string, empty: boolean): Promise<TestDatabase> {
  const name = `waymark_test_${randomUUID().replaceAll('-', '')}`;
  await administer(url, `CREATE DATABASE "${name}"`);
  const address = new URL(url);
  address.pathname = `/${name}`;
  if (!empty) await (await migrated(address.href)).destroy();
  return { url: address.href, drop: () => administer(url, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`) };
}

const migrated = (url: string) => new DataSource(writerOptions({ url, migrations })).initialize();

async function administer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
