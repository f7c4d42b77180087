import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, createTables, dropColumns, dropTables, type TableSpec } from './tables.js';

const tables: readonly TableSpec[] = [
  {
    name: 'submission_reader',
    columns: { id: 'varchar(36)', submissionId: 'varchar(36)', voice: 'varchar(140)' },
    primary: ['id'],
    uniqueIndex: [['submissionId', 'voice']],
    foreign: [{ column: 'submissionId', table: 'submission', onDelete: 'CASCADE' }],
  },
];

/** To whom a submission was circulated, when, and by when they are asked to answer. */
export class Circulations1764397000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'submission', { circulatedAt: 'varchar(24)?', answerBy: 'varchar(10)?' });
    await createTables(runner, tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, tables);
    await dropColumns(runner, 'submission', ['circulatedAt', 'answerBy']);
  }
}
