import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, dropColumns } from './tables.js';

/** What a mechanism is called in other languages, as its secretariat writes it. */
export class MechanismNames1764393000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'mechanism', { officialNames: "text='{}'", shortNames: "text='{}'" });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'mechanism', ['officialNames', 'shortNames']);
  }
}
