import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DataSource, DataSourceOptions } from 'typeorm';
import { NamingClient } from './named-statements.js';

export interface DatabaseOptions {
  /** `sqlite:<path>` or `postgres://...` */
  url: string;
  migrations: NonNullable<DataSourceOptions['migrations']>;
}

/** So many statements SQLite keeps prepared. A hundred, the default, are those of a few pages. */
const STATEMENTS = 1_000;

/** The connection that writes. Use it through the UnitOfWork only. */
export function writerOptions({ url, migrations }: DatabaseOptions): DataSourceOptions {
  const common = { migrations, synchronize: false };
  if (!isSqlite(url))
    return { ...common, type: 'postgres', url, poolSize: 20, extra: { Client: NamingClient } };
  const database = sqlitePath(url);
  mkdirSync(dirname(database), { recursive: true });
  return {
    ...common,
    type: 'better-sqlite3',
    database,
    enableWAL: true,
    timeout: 10_000,
    statementCacheSize: STATEMENTS,
    // FULL: what a person saw confirmed as saved survives a power cut (WAL's default would lose the last commits).
    prepareDatabase: (db: { pragma(sql: string): void }) => db.pragma('synchronous = FULL'),
  };
}

/**
 * The connection that reads on SQLite, with the entities of the writer. It is a second, read-only one: a read never
 * sees another request's open transaction, and a write outside the unit of work fails instead of vanishing.
 */
export function readerOptions(url: string, writer: DataSource): DataSourceOptions {
  const { entities } = writer.options;
  return {
    type: 'better-sqlite3',
    database: sqlitePath(url),
    readonly: true,
    timeout: 10_000,
    statementCacheSize: STATEMENTS,
    entities,
  };
}

export const isSqlite = (url: string) => url.startsWith('sqlite:');
export const sqlitePath = (url: string) => url.slice('sqlite:'.length);
