import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, dropTables, type TableSpec } from './tables.js';

const tables: readonly TableSpec[] = [
  {
    name: 'submission_file',
    columns: {
      id: 'varchar(36)',
      submissionId: 'varchar(36)',
      freezeNumber: 'integer?',
      language: 'varchar(5)',
      format: 'varchar(8)',
      valueHash: 'varchar(64)',
      fingerprint: 'varchar(64)?',
      state: 'varchar(10)',
      progress: 'integer=0',
      error: 'text?',
      run: 'varchar(36)?',
      aliveAt: 'varchar(24)?',
      name: 'varchar(200)',
      bytes: 'integer?',
      sha256: 'varchar(64)?',
      fileKey: 'varchar(36)?',
      createdAt: 'varchar(24)',
      usedAt: 'varchar(24)',
    },
    primary: ['id'],
    unique: [['submissionId', 'valueHash', 'format']],
    index: [['state']],
    foreign: [{ column: 'submissionId', table: 'submission', onDelete: 'CASCADE' }],
  },
];

/** Files made of documents. */
export class SubmissionFiles1764440000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, tables);
  }
}
