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
