import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, dropTables, type TableSpec } from './tables.js';

const tables: readonly TableSpec[] = [
  {
    name: 'submission_passage_comment',
    columns: {
      id: 'varchar(36)',
      submissionId: 'varchar(36)',
      passageId: 'varchar(36)',
      author: 'varchar(200)',
      accountId: 'varchar(36)?',
      quote: 'text?',
      text: 'text',
      at: 'varchar(24)',
      settledAt: 'varchar(24)?',
      settledBy: 'varchar(36)?',
      version: 'integer=1',
    },
    primary: ['id'],
    index: [['submissionId', 'settledAt'], ['passageId']],
    foreign: [{ column: 'passageId', table: 'submission_passage', onDelete: 'CASCADE' }],
  },
];

/** What a secretariat says of a passage while it writes. */
export class PassageComments1764420000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, tables);
  }
}
