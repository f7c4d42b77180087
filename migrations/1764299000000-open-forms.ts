import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, dropColumns } from './tables.js';

/** Which open form saved an entry last: what two processes have to agree on. Forms that are open meanwhile know less. */
export class OpenForms1764299000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'entry', { savedBy: 'varchar(60)?' });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'entry', ['savedBy']);
  }
}
