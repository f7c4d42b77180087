import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, dropTables, type TableSpec } from './tables.js';

const tables: readonly TableSpec[] = [
  {
    name: 'submission_passage',
    columns: {
      id: 'varchar(36)',
      submissionId: 'varchar(36)',
      sectionKey: 'varchar(40)',
      position: 'integer',
      key: 'varchar(200)?',
      state: 'varchar(10)',
      moved: 'boolean',
      gone: 'boolean',
      sources: 'text',
      takenSeal: 'varchar(64)?',
      compiledSeal: 'varchar(64)?',
      version: 'integer=1',
    },
    primary: ['id'],
    index: [['submissionId', 'sectionKey', 'position']],
    foreign: [{ column: 'submissionId', table: 'submission', onDelete: 'CASCADE' }],
  },
  {
    name: 'submission_passage_words',
    columns: {
      passageId: 'varchar(36)',
      language: 'varchar(5)',
      compiled: 'text?',
      edited: 'text?',
      translates: 'varchar(64)?',
      editedAt: 'varchar(24)?',
      editedBy: 'varchar(36)?',
    },
    primary: ['passageId', 'language'],
    foreign: [{ column: 'passageId', table: 'submission_passage', onDelete: 'CASCADE' }],
  },
];

/** The passages that a document is made of, and what each says in each language. */
export class Passages1764400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, tables);
  }
}
