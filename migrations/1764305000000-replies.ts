import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';
import { addColumns, dropColumns } from './tables.js';

/** Whom a reply to a mail reaches: who gave the reason for it, and a secretariat's shared address. */
const columns = {
  mechanism: { replyAddress: 'varchar(254)?' },
  outgoing_message: { postedBy: 'varchar(36)?' },
  mailbox_mail: { replyTo: 'text?' },
};
const indices = [
  new TableIndex({ columnNames: ['accountId', 'state'] }),
  new TableIndex({ columnNames: ['address'] }),
];

export class Replies1764305000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [table, added] of Object.entries(columns)) await addColumns(runner, table, added);
    for (const index of indices) await runner.createIndex('outgoing_message', index);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const index of indices) await runner.dropIndex('outgoing_message', index);
    for (const [table, added] of Object.entries(columns))
      await dropColumns(runner, table, Object.keys(added));
  }
}
