import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, dropColumns } from './tables.js';

/**
 * Who had a hand in a text; what a link that is passed on shows; whether somebody else of the secretariat accepts what it
 * reports. Of texts that are there nobody knows by which way they came, and links that are out show the least.
 */
export class Powers1764306000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'entry', { writers: 'text?' });
    await addColumns(runner, 'entry_version', { writers: 'text?' });
    await addColumns(runner, 'answer_link', { showsHistory: 'boolean=false' });
    await addColumns(runner, 'mechanism', { fourEyes: 'boolean=false' });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'mechanism', ['fourEyes']);
    await dropColumns(runner, 'answer_link', ['showsHistory']);
    await dropColumns(runner, 'entry_version', ['writers']);
    await dropColumns(runner, 'entry', ['writers']);
  }
}
