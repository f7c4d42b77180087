import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, dropTables, type TableSpec } from './tables.js';

const tables: readonly TableSpec[] = [
  {
    name: 'item_status_set',
    columns: {
      entryId: 'varchar(36)',
      itemId: 'varchar(36)',
      mechanismId: 'varchar(36)',
      itemVersion: 'integer',
      former: 'varchar(12)?',
    },
    primary: ['entryId', 'itemId'],
    foreign: [{ column: 'entryId', table: 'entry', onDelete: 'CASCADE' }],
  },
];

/** Which items got their status by an acceptance, and what it was before: so that both are taken back. */
export class ItemStatusSet1764390000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, tables);
  }
}
