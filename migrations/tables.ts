import { type QueryRunner, Table } from 'typeorm';

/**
 * A table in the few words both databases share. A column is `type(length)`, with `?` when it may be null and
 * `=value` for a default: `varchar(36)`, `text?`, `integer=0`. Names of keys and indices follow TypeORM's rule,
 * so that the schema builder recognizes them.
 */
export interface TableSpec {
  name: string;
  columns: Record<string, string>;
  primary: string[];
  unique?: string[][];
  index?: string[][];
  uniqueIndex?: string[][];
  /** Column to table; deleting the row there does this here. */
  foreign?: { column: string; table: string; onDelete: 'CASCADE' | 'SET NULL' | 'RESTRICT' }[];
}

const COLUMN = /^(varchar|text|integer|boolean)(?:\((\d+)\))?(\?)?(?:=(.*))?$/;

export async function createTables(runner: QueryRunner, specs: readonly TableSpec[]): Promise<void> {
  for (const spec of specs) await runner.createTable(tableOf(spec));
}

export async function dropTables(runner: QueryRunner, specs: readonly TableSpec[]): Promise<void> {
  for (const spec of [...specs].reverse()) await runner.dropTable(spec.name);
}

function tableOf({
  name,
  columns,
  primary,
  unique = [],
  index = [],
  uniqueIndex = [],
  foreign = [],
}: TableSpec): Table {
  return new Table({
    name,
    columns: Object.entries(columns).map(([column, text]) => {
      const [, type, length, nullable, fallback] = COLUMN.exec(text) ?? [];
      if (!type) throw new Error(`column ${name}.${column}: "${text}" is not understood`);
      return {
        name: column,
        type,
        ...(length && { length }),
        isNullable: nullable === '?',
        isPrimary: primary.includes(column),
        ...(fallback !== undefined && { default: fallback }),
      };
    }),
    uniques: unique.map((columnNames) => ({ columnNames })),
    indices: [
      ...index.map((columnNames) => ({ columnNames })),
      ...uniqueIndex.map((columnNames) => ({ columnNames, isUnique: true })),
    ],
    foreignKeys: foreign.map(({ column, table, onDelete }) => ({
      columnNames: [column],
      referencedTableName: table,
      referencedColumnNames: ['id'],
      onDelete,
    })),
  });
}

/** A column, in the words of a TableSpec. */
function columnSql(name: string, text: string, sqlite: boolean): string {
  const [, type, length, nullable, given] = COLUMN.exec(text) ?? [];
  if (!type) throw new Error(`column ${name}: "${text}" is not understood`);
  // SQLite's booleans are numbers, and the schema builder compares defaults as text.
  const fallback = sqlite && type === 'boolean' && given ? String(Number(given === 'true')) : given;
  const size = length ? `(${length})` : '';
  return `"${name}" ${type}${size}${nullable ? '' : ' NOT NULL'}${fallback === undefined ? '' : ` DEFAULT ${fallback}`}`;
}

/**
 * Adds columns by ALTER TABLE, which both databases do in place. TypeORM's own way copies the whole table on SQLite,
 * and drops the old one, with all that hangs on it where foreign keys are on.
 */
export async function addColumns(
  runner: QueryRunner,
  table: string,
  columns: Record<string, string>,
): Promise<void> {
  const sqlite = runner.connection.options.type === 'better-sqlite3';
  for (const [name, text] of Object.entries(columns))
    await runner.query(`ALTER TABLE "${table}" ADD COLUMN ${columnSql(name, text, sqlite)}`);
}

export async function dropColumns(runner: QueryRunner, table: string, columns: string[]): Promise<void> {
  for (const name of columns) await runner.query(`ALTER TABLE "${table}" DROP COLUMN "${name}"`);
}
