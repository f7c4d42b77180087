import type { DataSource, QueryRunner } from 'typeorm';

/** `migrate` brings the tables up to date; `as-is` refuses a database that is not. */
export type Opening = 'migrate' | 'as-is';

/** Names the lock among the database's advisory locks. */
const LOCK = 1_764_000_000;
/** How long SQLite waits for another process to bring the tables up to date. */
const PATIENCE_MS = 300_000;

/**
 * Brings the tables of an open database up to date. One process at a time does: the others wait, and find nothing left
 * to do.
 * Throws an Error, and changes nothing, when the database was brought further by a newer version than this one, or,
 * `as-is`, when there is something left to do.
 */
export async function bringUpToDate(source: DataSource, opening: Opening): Promise<void> {
  if (opening === 'as-is') return refuseOther(source, await stepsLeft(source));
  if (source.options.type === 'postgres') await underAdvisoryLock(source);
  else await inOneTransaction(source);
}

/** The lock is the session's, on a connection of its own: every step is a transaction, and all of them are under it. */
async function underAdvisoryLock(source: DataSource): Promise<void> {
  const holder = source.createQueryRunner();
  try {
    await holder.query('SELECT pg_advisory_lock($1)', [LOCK]);
    if ((await stepsLeft(source)).length > 0) await source.runMigrations({ transaction: 'each' });
    await holder.query('SELECT pg_advisory_unlock($1)', [LOCK]);
  } finally {
    await holder.release();
  }
}

/** SQLite has one lock, for who writes. It is taken before anything is read, so all steps are one transaction. */
async function inOneTransaction(source: DataSource): Promise<void> {
  // Mostly nothing is left, and nobody needs to wait for who writes.
  if ((await stepsLeft(source)).length === 0) return;
  await source.query(`PRAGMA busy_timeout = ${PATIENCE_MS}`);
  await source.query('BEGIN IMMEDIATE');
  try {
    if ((await stepsLeft(source)).length > 0) await source.runMigrations({ transaction: 'none' });
    await source.query('COMMIT');
  } catch (error) {
    await source.query('ROLLBACK');
    throw error;
  }
  await source.query('PRAGMA busy_timeout = 10000');
}

/** Names of the steps that the database has not seen. Throws when it has seen one that is not known here. */
async function stepsLeft(source: DataSource): Promise<string[]> {
  const done = await stepsDone(source.createQueryRunner());
  const known = source.migrations.map((step) => step.name ?? step.constructor.name);
  const unknown = done.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new Error(
      `This database belongs to a newer version of Waymark: it has been through ${unknown.join(', ')}, which this ` +
        'version does not know. Nothing was changed. Start the newer version, or restore the backup made before it.',
    );
  }
  return known.filter((name) => !done.includes(name));
}

async function stepsDone(runner: QueryRunner): Promise<string[]> {
  try {
    if (!(await runner.hasTable('migrations'))) return [];
    const rows = (await runner.query('SELECT "name" FROM "migrations"')) as { name: string }[];
    return rows.map(({ name }) => name);
  } finally {
    await runner.release();
  }
}

function refuseOther(source: DataSource, left: string[]): void {
  if (left.length === 0) return;
  throw new Error(
    left.length === source.migrations.length
      ? 'There is no data here: the database has no tables of Waymark. The first start of the server makes them, and so does the command migrate.'
      : `The tables are older than this version (${left.join(', ')} is missing). Start the server, or run the command migrate, first.`,
  );
}
