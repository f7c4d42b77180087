import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, dropTables, type TableSpec } from './tables.js';

const tables: readonly TableSpec[] = [
  {
    name: 'kept_cycle',
    columns: {
      id: 'varchar(36)',
      own: 'boolean',
      fields: 'text',
      milestones: 'text',
      changedById: 'varchar(36)',
      changedBy: 'varchar(200)',
      changedAt: 'varchar(24)',
      version: 'integer=1',
    },
    primary: ['id'],
  },
  {
    name: 'milestone_task',
    columns: {
      id: 'varchar(36)',
      mechanismId: 'varchar(36)',
      cycleId: 'varchar(36)',
      milestone: 'varchar(60)',
      text: 'varchar(300)',
      dueDay: 'varchar(10)?',
      daysBefore: 'integer?',
      accountId: 'varchar(36)?',
      createdAt: 'varchar(24)',
      doneAt: 'varchar(24)?',
      doneBy: 'varchar(36)?',
      version: 'integer=1',
    },
    primary: ['id'],
    index: [
      ['mechanismId', 'doneAt'],
      ['cycleId', 'milestone'],
    ],
  },
];

/** Cycles that administrators keep, and the tasks that secretariats note on their milestones. */
export class KeptCycles1764410000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, tables);
  }
}
