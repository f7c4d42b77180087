import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, dropTables, type TableSpec } from './tables.js';

const tables: TableSpec[] = [
  {
    name: 'answer_transcript',
    columns: {
      id: 'varchar(36)',
      roundId: 'varchar(36)',
      addresseeId: 'varchar(36)',
      way: 'varchar(10)',
      receivedDay: 'varchar(10)',
      answers: 'text',
      state: 'varchar(10)',
      enteredBy: 'varchar(36)?',
      enteredName: 'varchar(200)',
      enteredAt: 'varchar(24)',
      decidedName: 'varchar(200)?',
      decidedAt: 'varchar(24)?',
      reason: 'text?',
      version: 'integer=1',
    },
    primary: ['id'],
    index: [['addresseeId', 'state'], ['roundId']],
    foreign: [
      { column: 'roundId', table: 'round', onDelete: 'CASCADE' },
      { column: 'addresseeId', table: 'round_addressee', onDelete: 'CASCADE' },
    ],
  },
];

/** What a secretariat takes in for a delegation, before the delegation confirms it. */
export class Transcripts1764306000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, tables);
  }
}
