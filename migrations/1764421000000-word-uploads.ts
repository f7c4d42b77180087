import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, dropTables, type TableSpec } from './tables.js';

const tables: readonly TableSpec[] = [
  {
    name: 'submission_word_upload',
    columns: {
      id: 'varchar(36)',
      submissionId: 'varchar(36)',
      language: 'varchar(5)',
      name: 'varchar(300)',
      content: 'text',
      uploadedAt: 'varchar(24)',
      uploadedBy: 'varchar(36)?',
    },
    primary: ['id'],
    index: [['submissionId'], ['uploadedAt']],
    foreign: [{ column: 'submissionId', table: 'submission', onDelete: 'CASCADE' }],
  },
];

/** Word files of documents that came back and are not decided on yet. */
export class WordUploads1764421000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, tables);
  }
}
