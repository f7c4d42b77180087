import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, createTables, dropColumns, dropTables, type TableSpec } from './tables.js';

const tables: readonly TableSpec[] = [
  {
    name: 'known_device',
    columns: {
      id: 'varchar(36)',
      secretHash: 'varchar(64)',
      accountId: 'varchar(36)',
      createdAt: 'varchar(24)',
      lastUsedAt: 'varchar(24)',
    },
    primary: ['id'],
    index: [['accountId']],
    uniqueIndex: [['secretHash', 'accountId']],
    foreign: [{ column: 'accountId', table: 'account', onDelete: 'CASCADE' }],
  },
  {
    name: 'address_change',
    columns: {
      id: 'varchar(36)',
      accountId: 'varchar(36)',
      email: 'varchar(254)',
      requestedBy: 'varchar(36)?',
      createdAt: 'varchar(24)',
      expiresAt: 'varchar(24)',
      oldConfirmedAt: 'varchar(24)?',
      newConfirmedAt: 'varchar(24)?',
      endedAt: 'varchar(24)?',
    },
    primary: ['id'],
    index: [['accountId']],
    foreign: [{ column: 'accountId', table: 'account', onDelete: 'CASCADE' }],
  },
];

const columns: Record<string, Record<string, string>> = {
  account: { lastSignInDay: 'varchar(10)?' },
  one_time_link: { subjectId: 'varchar(36)?' },
  api_token: { canWrite: 'boolean=true', mechanismIds: 'text?', administrator: 'boolean=false' },
};

const YEAR_MS = 365 * 86_400_000;

/** Keys have an end and a reach; accounts change their address; devices are known that signed in before. */
export class Accounts1764240000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, tables);
    for (const [table, added] of Object.entries(columns)) await addColumns(runner, table, added);
    const end = new Date(Date.now() + YEAR_MS).toISOString();
    await runner.query(
      `UPDATE "api_token" SET "expiresAt" = '${end}' WHERE "expiresAt" IS NULL OR "expiresAt" > '${end}'`,
    );
  }

  /** Keys keep their end: that they had none is not known any more. */
  async down(runner: QueryRunner): Promise<void> {
    // Their purposes are unknown to what came before, which would set a password by them.
    await runner.query(`DELETE FROM "one_time_link" WHERE "subjectId" IS NOT NULL`);
    for (const [table, added] of Object.entries(columns))
      await dropColumns(runner, table, Object.keys(added));
    await dropTables(runner, tables);
  }
}
