import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DataSource, type DataSourceOptions } from 'typeorm';

type Entities = NonNullable<DataSourceOptions['entities']>;
type Migrations = NonNullable<DataSourceOptions['migrations']>;

export interface DatabaseOptions {
  url: string;
  entities: Entities;
  migrations: Migrations;
}

/** The connection that writes. Use it through the UnitOfWork only. */
export async function openWriter(options: DatabaseOptions): Promise<DataSource> {
  const { url, entities, migrations } = options;
  const common = { entities, migrations, migrationsTransactionMode: 'each' as const, synchronize: false };
  if (!isSqlite(url)) {
    return new DataSource({ ...common, type: 'postgres', url, poolSize: 20 }).initialize();
  }
  const database = sqlitePath(url);
  mkdirSync(dirname(database), { recursive: true });
  return new DataSource({
    ...common,
    type: 'better-sqlite3',
    database,
    enableWAL: true,
    timeout: 10_000,
    // FULL: what a person was told is saved survives a power cut (WAL's default would lose the last commits).
    prepareDatabase: (db: { pragma(sql: string): void }) => db.pragma('synchronous = FULL'),
  }).initialize();
}

/**
 * The connection that reads. On SQLite it is a second, read-only one: a read never sees another request's
 * open transaction, and a write outside the unit of work fails instead of vanishing (design section 4).
 */
export async function openReader(writer: DataSource, options: DatabaseOptions): Promise<DataSource> {
  if (!isSqlite(options.url)) return writer;
  return new DataSource({
    type: 'better-sqlite3',
    database: sqlitePath(options.url),
    readonly: true,
    timeout: 10_000,
    entities: options.entities,
  }).initialize();
}

export const isSqlite = (url: string) => url.startsWith('sqlite:');
export const sqlitePath = (url: string) => url.slice('sqlite:'.length);
