import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, dropTables, type TableSpec } from './tables.js';

const tables: readonly TableSpec[] = [
  {
    name: 'indicator',
    columns: {
      id: 'varchar(36)',
      itemId: 'varchar(36)',
      code: 'varchar(40)',
      title: 'text',
      unit: 'text?',
      baselineValue: 'varchar(40)?',
      baselineYear: 'integer?',
      baselineText: 'varchar(300)?',
      targets: 'text',
      source: 'text?',
      otherDimension: 'varchar(100)?',
      createdAt: 'varchar(24)',
      version: 'integer=1',
    },
    primary: ['id'],
    index: [['itemId']],
    foreign: [{ column: 'itemId', table: 'plan_item', onDelete: 'CASCADE' }],
  },
  {
    name: 'indicator_reading',
    columns: {
      id: 'varchar(36)',
      indicatorId: 'varchar(36)',
      precision: 'varchar(12)',
      start: 'varchar(10)',
      end: 'varchar(10)',
      value: 'varchar(40)',
      sex: 'varchar(20)?',
      ageGroup: 'varchar(100)?',
      migrationStatus: 'varchar(100)?',
      other: 'varchar(200)?',
      source: 'text?',
      note: 'text?',
      recordedAt: 'varchar(24)',
      recordedBy: 'varchar(200)',
      correctsId: 'varchar(36)?',
      supersededAt: 'varchar(24)?',
      supersededReason: 'text?',
    },
    primary: ['id'],
    index: [['indicatorId', 'start']],
    foreign: [{ column: 'indicatorId', table: 'indicator', onDelete: 'CASCADE' }],
  },
];

/** By what plan items are measured, and what was measured. */
export class Indicators1764130000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, tables);
  }
}
