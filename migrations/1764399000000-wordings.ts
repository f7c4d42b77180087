import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, dropTables, type TableSpec } from './tables.js';

const tables: readonly TableSpec[] = [
  {
    name: 'wording',
    columns: {
      id: 'varchar(36)',
      objective: 'integer',
      language: 'varchar(2)',
      text: 'text',
      source: 'text',
      enteredById: 'varchar(36)',
      enteredBy: 'varchar(200)',
      enteredAt: 'varchar(24)',
      version: 'integer=1',
    },
    primary: ['id'],
    uniqueIndex: [['objective', 'language']],
  },
];

/** Official wordings of objectives, as an administrator enters them with their source. */
export class Wordings1764399000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, tables);
  }
}
