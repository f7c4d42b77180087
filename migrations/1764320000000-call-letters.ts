import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, dropColumns } from './tables.js';

/** The covering letter of a call, in the languages of those asked. Without one the standard words go out. */
export class CallLetters1764320000000 implements MigrationInterface {
  readonly name = 'CallLetters1764320000000';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'round', { subject: 'text?', letter: 'text?' });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'round', ['subject', 'letter']);
  }
}
