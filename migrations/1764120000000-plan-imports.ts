import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, dropTables, type TableSpec } from './tables.js';

const tables: readonly TableSpec[] = [
  {
    name: 'plan_import',
    columns: {
      id: 'varchar(36)',
      accountId: 'varchar(36)',
      mechanismId: 'varchar(36)',
      planId: 'varchar(36)?',
      fileName: 'varchar(200)',
      content: 'text',
      layout: 'text?',
      plan: 'text?',
      counts: 'text?',
      version: 'integer=1',
      createdAt: 'varchar(24)',
      expiresAt: 'varchar(24)',
    },
    primary: ['id'],
    index: [['accountId'], ['expiresAt']],
    foreign: [{ column: 'mechanismId', table: 'mechanism', onDelete: 'CASCADE' }],
  },
];

/** Files that wait between being brought and being taken into a plan. */
export class PlanImports1764120000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, tables);
  }
}
