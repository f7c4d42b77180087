import { EntityNotFoundError } from 'typeorm';
import { ConflictError, type DomainError, UnavailableError } from './errors.js';

/** PostgreSQL's SQLSTATE, by its first letters; SQLite's and the file system's codes whole, or as they begin. */
const MEANINGS: readonly [RegExp, () => DomainError][] = [
  // Two did the same at once, or one took away what the other built on: the database let one of them through.
  [/^(23505|23503|40001|40P01)$/, atOnce],
  [/^SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY|FOREIGNKEY)$/, atOnce],
  [/^(ENOSPC|EDQUOT|53100|SQLITE_FULL)$/, () => new UnavailableError('error.storageFull')],
  [/^(EROFS|EACCES|EPERM|25006|SQLITE_READONLY(_\w+)?)$/, () => new UnavailableError('error.storageClosed')],
  // 55000 is a database that takes no connections just now, 53300 a server that has too many.
  [/^(08\w{3}|57P0\d|53300|55000)$/, databaseDown],
  [/^(SQLITE_(BUSY|IOERR|CANTOPEN|CORRUPT|NOTADB)(_\w+)?)$/, databaseDown],
  [/^(ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EPIPE)$/, databaseDown],
];

/** A connection that ended while it was asked has no code. */
const ENDED = /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered)/;

/**
 * What an error of the database or the disk means to the person who asked; null for every other error. Nothing was changed:
 * a transaction is kept whole or not at all.
 */
export function outsideFailure(error: unknown): DomainError | null {
  if (!(error instanceof Error)) return null;
  // A row that is there for certain unless somebody takes it away at this moment.
  if (error instanceof EntityNotFoundError) return atOnce();
  const { driverError = error } = error as Error & { driverError?: unknown };
  const { code, message } = driverError as { code?: unknown; message?: string };
  if (typeof code === 'string') return MEANINGS.find(([codes]) => codes.test(code))?.[1]() ?? null;
  return ENDED.test(message ?? '') ? databaseDown() : null;
}

function atOnce(): DomainError {
  return new ConflictError('error.atOnce');
}

function databaseDown(): DomainError {
  return new UnavailableError('error.databaseDown');
}
