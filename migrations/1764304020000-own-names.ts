import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, dropColumns } from './tables.js';

/** What a mechanism calls a participant that is not listed as a State, and the footnote it puts there. */
export class OwnNames1764304020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'membership', { ownName: 'varchar(200)?', footnote: 'text?' });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'membership', ['ownName', 'footnote']);
  }
}
