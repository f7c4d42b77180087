import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, dropColumns } from './tables.js';

/** A mechanism's own logo and colour. */
export class Looks1764394000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'mechanism', { colour: 'varchar(7)?', logo: 'text?', logoText: 'text?' });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'mechanism', ['colour', 'logo', 'logoText']);
  }
}
