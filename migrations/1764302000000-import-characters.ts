import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, dropColumns } from './tables.js';

/** The bytes of a file of text that waits to be imported, so that it can be read in other characters. */
export class ImportCharacters1764302000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'plan_import', { source: 'text?' });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'plan_import', ['source']);
  }
}
