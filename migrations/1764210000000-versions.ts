import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, createTables, dropColumns, dropTables, type TableSpec } from './tables.js';

const foreignItem: TableSpec['foreign'] = [
  { column: 'entryId', table: 'entry', onDelete: 'CASCADE' },
  { column: 'itemId', table: 'plan_item', onDelete: 'CASCADE' },
];

const itemsByVersion: TableSpec = {
  name: 'entry_item',
  columns: { entryId: 'varchar(36)', number: 'integer', itemId: 'varchar(36)' },
  primary: ['entryId', 'number', 'itemId'],
  index: [['itemId']],
  foreign: foreignItem,
};

const itemsOfEntries: TableSpec = {
  name: 'entry_item',
  columns: { entryId: 'varchar(36)', itemId: 'varchar(36)' },
  primary: ['entryId', 'itemId'],
  index: [['itemId']],
  foreign: foreignItem,
};

const evidenceByVersion: TableSpec = {
  name: 'entry_evidence',
  columns: { entryId: 'varchar(36)', number: 'integer', evidenceId: 'varchar(36)' },
  primary: ['entryId', 'number', 'evidenceId'],
  index: [['evidenceId']],
  foreign: [
    { column: 'entryId', table: 'entry', onDelete: 'CASCADE' },
    { column: 'evidenceId', table: 'evidence', onDelete: 'CASCADE' },
  ],
};

const versionColumns = { objectives: 'text?', withdrawnAt: 'varchar(24)?' };

/** The number of an entry's last version that was withdrawn; 0 while none was. `entryId` is an expression. */
const lastWithdrawn = (entryId: string) =>
  `COALESCE((SELECT MAX(w."number") FROM "entry_version" w
    WHERE w."entryId" = ${entryId} AND w."withdrawnAt" IS NOT NULL), 0)`;

const lastWithdrawal = `(SELECT MAX(a."at") FROM "audit_event" a WHERE a."subjectKind" = 'entry'
  AND a."action" = 'entry.withdraw' AND a."subjectId" = "entry_version"."entryId")`;

/** Items, objectives and evidence belong to a version, as its words do; a version can be closed for good. */
export class Versions1764210000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'entry_version', versionColumns);
    await runner.query(`UPDATE "entry_version" SET "objectives" =
      (SELECT e."objectives" FROM "entry" e WHERE e."id" = "entry_version"."entryId")`);
    await markWithdrawn(runner);
    await replaceItems(
      runner,
      itemsByVersion,
      `INSERT INTO "entry_item" ("entryId", "number", "itemId")
       SELECT "entryId", 0, "itemId" FROM "entry_item_before"
       UNION ALL
       SELECT b."entryId", v."number", b."itemId" FROM "entry_item_before" b
       JOIN "entry_version" v ON v."entryId" = b."entryId"`,
    );
    await createTables(runner, [evidenceByVersion]);
    // Files of a withdrawn version stay with it: in a later one they were not by anybody's choice.
    await runner.query(`INSERT INTO "entry_evidence" ("entryId", "number", "evidenceId")
      SELECT v."entryId", v."number", x."id" FROM "evidence" x
      JOIN "entry_version" v ON v."entryId" = x."entryId" AND x."sinceVersion" <= v."number"
      WHERE v."withdrawnAt" IS NOT NULL OR x."sinceVersion" > ${lastWithdrawn('x."entryId"')}`);
    await runner.query(`INSERT INTO "entry_evidence" ("entryId", "number", "evidenceId")
      SELECT x."entryId", 0, x."id" FROM "evidence" x
      WHERE x."sinceVersion" IS NULL OR x."sinceVersion" > ${lastWithdrawn('x."entryId"')}`);
    await dropColumns(runner, 'evidence', ['sinceVersion']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'evidence', { sinceVersion: 'integer?' });
    await runner.query(`UPDATE "evidence" SET "sinceVersion" = (SELECT MIN(r."number")
      FROM "entry_evidence" r WHERE r."evidenceId" = "evidence"."id" AND r."number" > 0)`);
    await dropTables(runner, [evidenceByVersion]);
    await replaceItems(
      runner,
      itemsOfEntries,
      `INSERT INTO "entry_item" ("entryId", "itemId")
       SELECT "entryId", "itemId" FROM "entry_item_before" WHERE "number" = 0`,
    );
    await dropColumns(runner, 'entry_version', Object.keys(versionColumns));
  }
}

/** What stood when an entry was withdrawn last, by its history; before there was one, by how it stands. */
async function markWithdrawn(runner: QueryRunner): Promise<void> {
  await runner.query(`UPDATE "entry_version" SET "withdrawnAt" = ${lastWithdrawal}
    WHERE "submittedAt" <= ${lastWithdrawal}`);
  const changed = `(SELECT e."changedAt" FROM "entry" e WHERE e."id" = "entry_version"."entryId"
    AND (e."state" = 'withdrawn' OR e."submittedVersion" = 0))`;
  await runner.query(`UPDATE "entry_version" SET "withdrawnAt" = ${changed}
    WHERE "withdrawnAt" IS NULL AND ${changed} IS NOT NULL`);
  await runner.query(`UPDATE "entry_wording" SET "state" = 'outdated'
    WHERE "state" IN ('suggested', 'approved') AND EXISTS (SELECT 1 FROM "entry_version" v
    WHERE v."entryId" = "entry_wording"."entryId" AND v."number" = "entry_wording"."number"
    AND v."withdrawnAt" IS NOT NULL)`);
}

/** A primary key cannot be altered on SQLite: the rows wait in a table of their own while theirs is made anew. */
async function replaceItems(runner: QueryRunner, table: TableSpec, fill: string): Promise<void> {
  await runner.query(`CREATE TABLE "entry_item_before" AS SELECT * FROM "entry_item"`);
  await runner.dropTable('entry_item');
  await createTables(runner, [table]);
  await runner.query(fill);
  await runner.query(`DROP TABLE "entry_item_before"`);
}
