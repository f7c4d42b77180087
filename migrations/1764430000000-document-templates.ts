import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, dropTables, type TableSpec } from './tables.js';

const tables: readonly TableSpec[] = [
  {
    name: 'document_template',
    columns: {
      id: 'varchar(36)',
      mechanismId: 'varchar(36)',
      basedOn: 'varchar(60)',
      definition: 'text',
      createdAt: 'varchar(24)',
      version: 'integer=1',
    },
    primary: ['id'],
    index: [['mechanismId']],
  },
];

/** Templates of documents that a secretariat made of those that come with the product. */
export class DocumentTemplates1764430000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, tables);
  }
}
