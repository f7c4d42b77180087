import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, dropTables, type TableSpec } from './tables.js';

const tables: readonly TableSpec[] = [
  {
    name: 'submission_finding_aside',
    columns: {
      submissionId: 'varchar(36)',
      seal: 'varchar(64)',
      reason: 'text',
      author: 'varchar(200)',
      accountId: 'varchar(36)?',
      at: 'varchar(24)',
    },
    primary: ['submissionId', 'seal'],
    foreign: [{ column: 'submissionId', table: 'submission', onDelete: 'CASCADE' }],
  },
];

/** What a secretariat looked at and leaves as it is. */
export class FindingsSetAside1764450000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, tables);
  }
}
