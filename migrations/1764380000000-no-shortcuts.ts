import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, dropColumns } from './tables.js';

/** Whether somebody switched the shortcuts of the keyboard off. */
export class NoShortcuts1764380000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'account', { noShortcuts: 'boolean=false' });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'account', ['noShortcuts']);
  }
}
