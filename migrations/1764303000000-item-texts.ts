import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, dropColumns } from './tables.js';

/** What an item is to deliver, and what is noted beside it: columns that the tables of plans have. */
export class ItemTexts1764303000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'plan_item', { deliverables: 'text?', notes: 'text?' });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'plan_item', ['deliverables', 'notes']);
  }
}
