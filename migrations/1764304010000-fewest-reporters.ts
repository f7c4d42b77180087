import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, dropColumns } from './tables.js';

/** How many reporters must name something before it is counted: five, as it was for all. */
export class FewestReporters1764304010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'mechanism', { fewestReporters: 'integer=5' });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'mechanism', ['fewestReporters']);
  }
}
