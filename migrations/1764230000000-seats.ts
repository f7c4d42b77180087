import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, createTables, dropColumns, dropTables, type TableSpec } from './tables.js';

const endings = { endedAt: 'varchar(24)?', endedFromOutside: 'boolean=false' };

const tables: readonly TableSpec[] = [
  {
    name: 'nomination',
    columns: {
      id: 'varchar(36)',
      mechanismId: 'varchar(36)',
      accountId: 'varchar(36)',
      role: 'varchar(20)',
      subject: 'varchar(120)?',
      deputy: 'boolean',
      fromDay: 'varchar(10)',
      untilDay: 'varchar(10)?',
      replacesId: 'varchar(36)?',
      state: 'varchar(12)',
      stage: 'varchar(12)',
      since: 'varchar(24)',
      holdsFrom: 'varchar(24)?',
      nominatedBy: 'varchar(36)?',
      nominatedByName: 'varchar(200)',
      decidedBy: 'varchar(36)?',
      reason: 'text?',
    },
    primary: ['id'],
    index: [['mechanismId', 'state'], ['state', 'holdsFrom'], ['accountId']],
    foreign: [{ column: 'accountId', table: 'account', onDelete: 'CASCADE' }],
  },
  {
    name: 'contact_notice',
    columns: {
      id: 'varchar(36)',
      mechanismId: 'varchar(36)',
      contact: 'varchar(254)',
      secretHash: 'varchar(64)?',
      givenBy: 'varchar(200)',
      givenTo: 'varchar(254)',
      role: 'varchar(20)',
      subject: 'varchar(120)?',
      at: 'varchar(24)',
      until: 'varchar(24)',
      answeredAt: 'varchar(24)?',
    },
    primary: ['id'],
    unique: [['secretHash']],
    index: [['mechanismId']],
  },
];

/** Seats that wait for the delegation they are in, and the moment a role was ended at. */
export class Seats1764230000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'role_grant', endings);
    await createTables(runner, tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, tables);
    await dropColumns(runner, 'role_grant', Object.keys(endings));
  }
}
