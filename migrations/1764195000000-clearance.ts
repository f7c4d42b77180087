import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, dropTables, type TableSpec } from './tables.js';

const tables: readonly TableSpec[] = [
  {
    name: 'clearance_setting',
    columns: {
      id: 'varchar(36)',
      mechanismId: 'varchar(36)',
      state: 'varchar(3)',
      steps: 'text',
      version: 'integer=1',
    },
    primary: ['id'],
    uniqueIndex: [['mechanismId', 'state']],
  },
  {
    name: 'clearance',
    columns: {
      entryId: 'varchar(36)',
      mechanismId: 'varchar(36)',
      subject: 'varchar(3)',
      state: 'varchar(10)',
      run: 'integer',
      at: 'integer',
      steps: 'text',
      since: 'varchar(24)',
      mark: 'varchar(64)',
      startedBy: 'varchar(36)?',
    },
    primary: ['entryId'],
    index: [['state', 'mechanismId']],
  },
  {
    name: 'clearance_event',
    columns: {
      id: 'varchar(36)',
      entryId: 'varchar(36)',
      run: 'integer',
      at: 'varchar(24)',
      actorName: 'varchar(200)',
      act: 'varchar(10)',
      step: 'varchar(80)?',
      reason: 'text?',
    },
    primary: ['id'],
    index: [['entryId', 'at']],
  },
];

export class Clearance1764195000000 implements MigrationInterface {
  up = (runner: QueryRunner) => createTables(runner, tables);
  down = (runner: QueryRunner) => dropTables(runner, tables);
}
