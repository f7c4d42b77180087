import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, dropTables, type TableSpec } from './tables.js';

/** Files that go with the mail that opens a call. */
const TABLES: TableSpec[] = [
  {
    name: 'letter_file',
    columns: {
      id: 'varchar(36)',
      roundId: 'varchar(36)',
      language: 'varchar(2)',
      name: 'varchar(180)',
      fileKey: 'varchar(36)',
      mediaType: 'varchar(100)',
      bytes: 'integer',
      addedAt: 'varchar(24)',
    },
    primary: ['id'],
    index: [['roundId']],
    foreign: [{ column: 'roundId', table: 'round', onDelete: 'CASCADE' }],
  },
];

export class LetterFiles1764394000001 implements MigrationInterface {
  up = (runner: QueryRunner) => createTables(runner, TABLES);
  down = (runner: QueryRunner) => dropTables(runner, TABLES);
}
