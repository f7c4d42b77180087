import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { PROJECT } from '../../platform/config.js';

/** What a backup says it holds. */
export interface Manifest {
  product: 'waymark';
  version: string;
  /** ISO 8601. */
  madeAt: string;
  /** Names of the steps that made its tables. */
  migrations: string[];
  /** Rows of each table. */
  rows: Record<string, number>;
  files: number;
  /** Whether the key of the installation is in it, which only an encrypted one holds. */
  secretKey: boolean;
}

/** Counts what is in a copy of the database and in a folder of files. */
export function describe(
  databaseFile: string,
  filesFolder: string,
): Pick<Manifest, 'migrations' | 'rows' | 'files'> {
  const database = new Sqlite(databaseFile, { readonly: true, fileMustExist: true });
  try {
    const names = (sql: string) => database.prepare(sql).pluck().all() as string[];
    const tables = names(
      `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`,
    );
    const count = (table: string) =>
      database.prepare(`SELECT count(*) FROM "${table}"`).pluck().get() as number;
    return {
      migrations: tables.includes('migrations')
        ? names('SELECT name FROM migrations ORDER BY timestamp')
        : [],
      rows: Object.fromEntries(tables.map((table) => [table, count(table)])),
      files: countFiles(filesFolder),
    };
  } finally {
    database.close();
  }
}

/** The same in words, for the one who made the backup or wants to know what is in it. */
export function manifestText({ version, madeAt, migrations, rows, files, secretKey }: Manifest): string {
  const lines = Object.entries(rows).map(([table, count]) => `  ${table}: ${count}`);
  return [
    `Waymark ${version}, ${madeAt}, ${migrations.length} migrations, the last ${migrations.at(-1) ?? 'none'}.`,
    `${files} files. The key of the installation is ${secretKey ? '' : 'not '}in it.`,
    `${lines.length} tables, with rows:`,
    ...lines,
  ].join('\n');
}

export const productVersion = () =>
  (JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as { version: string }).version;

/** Throws for anything that is neither a file nor a folder. What is still being uploaded does not count. */
function countFiles(folder: string): number {
  let count = 0;
  for (const name of readdirSync(folder)) {
    const found = lstatSync(join(folder, name));
    if (found.isDirectory()) count += countFiles(join(folder, name));
    else if (!found.isFile()) throw new Error(`${name} is not a file: a link does not belong here.`);
    else if (!name.endsWith('.part')) count += 1;
  }
  return count;
}
