import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, dropTables, type TableSpec } from './tables.js';

const tables: TableSpec[] = [
  {
    name: 'sheet_change',
    columns: {
      id: 'varchar(36)',
      planId: 'varchar(36)',
      accountId: 'varchar(36)?',
      before: 'text',
      changedAt: 'varchar(24)',
    },
    primary: ['id'],
    index: [['planId']],
    foreign: [{ column: 'planId', table: 'plan', onDelete: 'CASCADE' }],
  },
  {
    name: 'saved_filter',
    columns: {
      id: 'varchar(36)',
      mechanismId: 'varchar(36)',
      accountId: 'varchar(36)?',
      name: 'varchar(80)',
      query: 'text',
      savedAt: 'varchar(24)',
    },
    primary: ['id'],
    index: [['mechanismId', 'accountId']],
  },
];

/** A plan as a sheet: filters under a name, and changes of several items as long as they may be taken back. */
export class Tracking1764310000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, tables);
  }
}
