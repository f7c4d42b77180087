import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, dropColumns } from './tables.js';

const kindColumn = { subjectKind: "varchar(20)=''" };
const before = ['accountId', 'itemId'];
const after = ['accountId', 'subjectKind', 'subjectId'];

/** The column for an item's id held ids of rounds too: it says which of them, and is called what it is. */
export class ReminderSubjects1764200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await dropUnique(runner, before);
    for (const table of ['delivery', 'reminder_wish']) {
      await runner.query(`ALTER TABLE "${table}" RENAME COLUMN "itemId" TO "subjectId"`);
      await addColumns(runner, table, kindColumn);
      // What is in neither table is gone; most things are items. A wish about everything names nothing.
      await runner.query(`UPDATE "${table}" SET "subjectKind" = 'item' WHERE "subjectId" <> ''`);
      await runner.query(
        `UPDATE "${table}" SET "subjectKind" = 'round' WHERE "subjectId" IN (SELECT "id" FROM "round")`,
      );
    }
    await createUnique(runner, after);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropUnique(runner, after);
    for (const table of ['delivery', 'reminder_wish']) {
      await dropColumns(runner, table, Object.keys(kindColumn));
      await runner.query(`ALTER TABLE "${table}" RENAME COLUMN "subjectId" TO "itemId"`);
    }
    await createUnique(runner, before);
  }
}

const nameOf = (runner: QueryRunner, columns: string[]) =>
  runner.connection.namingStrategy.indexName('reminder_wish', columns);

const dropUnique = (runner: QueryRunner, columns: string[]) =>
  runner.query(`DROP INDEX "${nameOf(runner, columns)}"`);

const createUnique = (runner: QueryRunner, columns: string[]) =>
  runner.query(
    `CREATE UNIQUE INDEX "${nameOf(runner, columns)}" ON "reminder_wish" (${columns.map((column) => `"${column}"`).join(', ')})`,
  );
