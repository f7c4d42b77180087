import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, dropTables, type TableSpec } from './tables.js';

const tables: readonly TableSpec[] = [
  {
    name: 'pledge',
    columns: {
      id: 'varchar(36)',
      mechanismId: 'varchar(36)',
      name: 'varchar(300)',
      language: 'varchar(5)',
      kind: 'varchar(12)',
      matches: 'varchar(300)?',
      nature: 'varchar(12)',
      objectives: 'text',
      participants: 'text?',
      text: 'text',
      audience: 'varchar(12)',
      file: 'text?',
      createdAt: 'varchar(24)',
      changedAt: 'varchar(24)',
      version: 'integer=1',
    },
    primary: ['id'],
    index: [['mechanismId']],
  },
  {
    name: 'pledge_update',
    columns: {
      id: 'varchar(36)',
      pledgeId: 'varchar(36)',
      standing: 'varchar(12)',
      narrative: 'text?',
      asOf: 'varchar(10)',
      createdAt: 'varchar(24)',
    },
    primary: ['id'],
    index: [['pledgeId']],
    foreign: [{ column: 'pledgeId', table: 'pledge', onDelete: 'CASCADE' }],
  },
];

/** Pledges that mechanisms make for the Compact, and how they stand. */
export class Pledges1764431000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, tables);
  }
}
