import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';
import { addColumns, dropColumns } from './tables.js';

/** Mails that go together. Those that wait already go each by itself. */
const columns = { bundle: 'varchar(200)?', leaderId: 'varchar(36)?' };
const leader = new TableIndex({ columnNames: ['leaderId'] });

export class Bundles1764305000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'outgoing_message', columns);
    await runner.createIndex('outgoing_message', leader);
  }

  /** What goes in the mail of another goes by itself again. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE "outgoing_message" SET "state" = 'pending' WHERE "state" = 'joined'`);
    await runner.dropIndex('outgoing_message', leader);
    await dropColumns(runner, 'outgoing_message', Object.keys(columns));
  }
}
