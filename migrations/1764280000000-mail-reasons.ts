import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, dropColumns } from './tables.js';

/** Why a mail was not sent after all. Of those from before it is not known. */
export class MailReasons1764280000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'outgoing_message', { reason: 'varchar(10)?' });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'outgoing_message', ['reason']);
  }
}
