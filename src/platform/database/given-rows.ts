import { setImmediate } from 'node:timers/promises';
import type { DataSource, EntityManager, EntityMetadata, ObjectLiteral } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';

/** Rows to write, and the columns of which a statement is given their values. */
export interface GivenRows {
  metadata: EntityMetadata;
  columns: readonly ColumnMetadata[];
  rows: readonly ObjectLiteral[];
  /** What a row leaves out has the column's default; without, no row leaves anything out. */
  defaults?: boolean;
}
type Part = { table: string; values: unknown[] };

/** Rows of one statement on PostgreSQL. */
const ROWS_AT_ONCE = 1_000;
/** On SQLite, the largest that fits first, then what is left. What is prepared is kept: few numbers make few texts. */
const ROWS_OF_A_TEXT = [100, 10];
/** Those of columns.ts. JSON holds them as PostgreSQL does. */
const TYPES: readonly unknown[] = ['varchar', 'text', 'integer', 'boolean', 'simple-json'];

/**
 * Runs a statement over any number of rows, in as few parts as will do, and answers how many rows it wrote. The statement
 * finds them in a table "given", with values as TypeORM stores them. TypeORM's own builder takes several times as long:
 * it makes a name, an expression and a parameter of each value.
 */
export async function overGiven(
  manager: EntityManager,
  given: GivenRows,
  statement: string,
): Promise<number> {
  const { dataSource, queryRunner } = manager;
  if (!queryRunner) return manager.transaction((inside) => overGiven(inside, given, statement));
  const other = given.columns.find(({ type }) => !TYPES.includes(type));
  if (other) throw new Error(`${given.metadata.tableName}.${other.databaseName}: no type that is given`);
  const sqlite = dataSource.options.type === 'better-sqlite3';
  let written = 0;
  for (const rows of partsOf(given.rows, sqlite ? ROWS_OF_A_TEXT : [ROWS_AT_ONCE])) {
    const { table, values } = (sqlite ? inValues : inJson)(dataSource, { ...given, rows });
    const names = given.columns.map(({ databaseName }) => `"${databaseName}"`).join(', ');
    const text = `WITH "given" (${names}) AS (${table}) ${statement}`;
    written += (await queryRunner.query(text, values, true)).affected ?? 0;
    // SQLite answers at once: others get their turn in between.
    if (sqlite && rows.length < given.rows.length) await setImmediate();
  }
  return written;
}

function inValues({ driver }: DataSource, { columns, rows, defaults }: GivenRows): Part {
  const row = `(${columns.map(() => '?').join(', ')})`;
  return {
    table: `VALUES ${rows.map(() => row).join(', ')}`,
    values: rows.flatMap((one) => columns.map((column) => storedValue(driver, column, one, defaults))),
  };
}

/** One parameter, and so one text however many rows there are, which PostgreSQL plans once. */
function inJson({ driver }: DataSource, { metadata, columns, rows, defaults }: GivenRows): Part {
  const names = columns.map(({ databaseName }) => `"${databaseName}"`).join(', ');
  const objects = rows.map((one) => {
    const object: Record<string, unknown> = {};
    for (const column of columns) object[column.databaseName] = storedValue(driver, column, one, defaults);
    return object;
  });
  return {
    table: `SELECT ${names} FROM json_populate_recordset(NULL::"${metadata.tableName}", $1)`,
    values: [JSON.stringify(objects)],
  };
}

function storedValue(
  driver: DataSource['driver'],
  column: ColumnMetadata,
  row: ObjectLiteral,
  defaults = false,
): unknown {
  const value: unknown = driver.preparePersistentValue(column.getEntityValue(row), column);
  // Half a character, as a broken file may have it: PostgreSQL would refuse it, SQLite keep what is no text.
  if (typeof value === 'string') return value.toWellFormed();
  if (value === undefined && !defaults) throw new Error(`a row without ${column.propertyPath}`);
  return value === undefined ? (column.default ?? null) : value;
}

/** Parts of these sizes, as large as there are rows for; the last is what is left. */
function* partsOf<T>(rows: readonly T[], sizes: readonly number[]): Generator<readonly T[]> {
  for (let start = 0; start < rows.length;) {
    const left = rows.length - start;
    const size = sizes.find((one) => one <= left) ?? left;
    yield rows.slice(start, start + size);
    start += size;
  }
}
