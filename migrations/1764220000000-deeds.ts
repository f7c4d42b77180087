import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, dropTables, type TableSpec } from './tables.js';

const shared = {
  mechanismId: 'varchar(36)',
  subject: 'varchar(3)',
  state: 'varchar(10)',
  run: 'integer',
  at: 'integer',
  steps: 'text',
  since: 'varchar(24)',
  mark: 'varchar(64)',
};
const event = {
  run: 'integer',
  at: 'varchar(24)',
  actorName: 'varchar(200)',
  act: 'varchar(10)',
  step: 'varchar(80)?',
  reason: 'text?',
};

const before: readonly TableSpec[] = [
  {
    name: 'clearance',
    columns: { entryId: 'varchar(36)', ...shared, startedBy: 'varchar(36)?' },
    primary: ['entryId'],
    index: [['state', 'mechanismId']],
  },
  {
    name: 'clearance_event',
    columns: { id: 'varchar(36)', entryId: 'varchar(36)', ...event },
    primary: ['id'],
    index: [['entryId', 'at']],
  },
];

const after: readonly TableSpec[] = [
  {
    name: 'clearance',
    columns: {
      id: 'varchar(36)',
      kind: 'varchar(20)',
      subjectId: 'varchar(36)',
      part: 'varchar(36)',
      ...shared,
      payload: 'text?',
      startedBy: 'varchar(36)?',
    },
    primary: ['id'],
    index: [['state', 'mechanismId']],
    uniqueIndex: [['kind', 'subjectId', 'part']],
  },
  {
    name: 'clearance_event',
    columns: { id: 'varchar(36)', clearanceId: 'varchar(36)', ...event },
    primary: ['id'],
    index: [['clearanceId', 'at']],
  },
];

const proposals: readonly TableSpec[] = [
  {
    name: 'clearance_proposal',
    columns: {
      id: 'varchar(36)',
      settingId: 'varchar(36)',
      steps: 'text',
      proposedBy: 'varchar(36)',
      proposedByName: 'varchar(200)',
      proposedAt: 'varchar(24)',
      consents: 'text',
    },
    primary: ['id'],
    uniqueIndex: [['settingId']],
  },
];

const quoted = (columns: readonly string[]) => columns.map((column) => `"${column}"`).join(', ');

/** Clearance is of more than texts to be submitted; a change of the steps waits for consent. */
export class Deeds1764220000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const same = quoted([...Object.keys(shared), 'startedBy']);
    const events = quoted(['id', ...Object.keys(event)]);
    await remade(runner, after, {
      clearance: [`"id", "kind", "subjectId", "part", ${same}`, `"entryId", 'entry', "entryId", '', ${same}`],
      clearance_event: [`"clearanceId", ${events}`, `"entryId", ${events}`],
    });
    // A mark was of the words alone: what was passed so far was not how far they would be seen.
    await runner.query(`UPDATE "clearance" SET "state" = 'stopped' WHERE "state" = 'waiting'`);
    await createTables(runner, proposals);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, proposals);
    await runner.query(
      `DELETE FROM "clearance_event" WHERE "clearanceId" IN (SELECT "id" FROM "clearance" WHERE "kind" <> 'entry')`,
    );
    await runner.query(`DELETE FROM "clearance" WHERE "kind" <> 'entry'`);
    const same = quoted([...Object.keys(shared), 'startedBy']);
    const events = quoted(['id', ...Object.keys(event)]);
    await remade(runner, before, {
      clearance: [`"entryId", ${same}`, `"id", ${same}`],
      clearance_event: [`"entryId", ${events}`, `"clearanceId", ${events}`],
    });
  }
}

/** Makes tables anew with what was in them. They are few rows, and nothing refers to them. */
async function remade(
  runner: QueryRunner,
  specs: readonly TableSpec[],
  columns: Record<string, [to: string, from: string]>,
): Promise<void> {
  for (const { name } of specs) {
    await runner.query(`CREATE TABLE "former_${name}" AS SELECT * FROM "${name}"`);
    await runner.query(`DROP TABLE "${name}"`);
  }
  await createTables(runner, specs);
  for (const [name, [to, from]] of Object.entries(columns)) {
    await runner.query(`INSERT INTO "${name}" (${to}) SELECT ${from} FROM "former_${name}"`);
    await runner.query(`DROP TABLE "former_${name}"`);
  }
}
