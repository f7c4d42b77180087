import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, createTables, dropColumns, dropTables, type TableSpec } from './tables.js';

const disclosureColumns = {
  acceptedVersion: 'integer=0',
  acceptedAt: 'varchar(24)?',
  returnedVersion: 'integer=0',
  returnedAt: 'varchar(24)?',
  comment: 'text?',
  linkedAt: 'varchar(24)?',
  linkedBy: 'varchar(36)?',
};

const tables: readonly TableSpec[] = [
  {
    name: 'entry_wording',
    columns: {
      id: 'varchar(36)',
      entryId: 'varchar(36)',
      mechanismId: 'varchar(36)',
      number: 'integer',
      language: 'varchar(5)',
      text: 'text',
      by: 'varchar(12)',
      state: 'varchar(10)',
      suggestedBy: 'varchar(36)?',
      suggestedAt: 'varchar(24)',
      decidedBy: 'varchar(36)?',
      decidedAt: 'varchar(24)?',
    },
    primary: ['id'],
    index: [['entryId', 'mechanismId']],
    foreign: [{ column: 'entryId', table: 'entry', onDelete: 'CASCADE' }],
  },
  {
    name: 'submission_freeze_entry',
    columns: { freezeId: 'varchar(36)', entryId: 'varchar(36)', attributed: 'boolean' },
    primary: ['freezeId', 'entryId'],
    index: [['entryId']],
    foreign: [
      { column: 'freezeId', table: 'submission_freeze', onDelete: 'CASCADE' },
      { column: 'entryId', table: 'entry', onDelete: 'CASCADE' },
    ],
  },
];

/** Of the version with this number, when it was answered. */
const versionOf = (column: string, number: string) => `(SELECT v."${column}" FROM "entry" e
  JOIN "entry_version" v ON v."entryId" = e."id" AND v."number" = e."${number}"
  WHERE e."id" = "entry_disclosure"."entryId")`;
const entryOf = (column: string) =>
  `(SELECT e."${column}" FROM "entry" e WHERE e."id" = "entry_disclosure"."entryId")`;

/** What each mechanism's secretariat accepted of an entry, summaries for documents, and what a frozen text was made from. */
export class Release1764160000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'entry_disclosure', disclosureColumns);
    await createTables(runner, tables);
    await runner.query(`UPDATE "entry_disclosure" SET "acceptedVersion" = ${entryOf('acceptedVersion')},
      "acceptedAt" = ${versionOf('acceptedAt', 'acceptedVersion')}
      WHERE "mechanismId" = ${entryOf('mechanismId')}`);
    const returnedAt = versionOf('returnedAt', 'submittedVersion');
    await runner.query(`UPDATE "entry_disclosure" SET "returnedVersion" = ${entryOf('submittedVersion')},
      "returnedAt" = ${returnedAt} WHERE "mechanismId" = ${entryOf('mechanismId')} AND ${returnedAt} IS NOT NULL`);
    await rewriteWithdrawn(runner);
    await rememberNamed(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, tables);
    await dropColumns(runner, 'entry_disclosure', Object.keys(disclosureColumns));
  }
}

/** An entry that was withdrawn and is being rewritten was seen again until now; see `ProgressService.revise`. */
async function rewriteWithdrawn(runner: QueryRunner): Promise<void> {
  // The last thing recorded before the draft tells where it came from.
  const drafts = (await runner.query(
    `SELECT "id" FROM "entry" WHERE "state" = 'draft' AND "submittedVersion" > 0`,
  )) as { id: string }[];
  for (const { id } of drafts) {
    const events = (await runner.query(
      `SELECT "before" FROM "audit_event" WHERE "subjectKind" = 'entry' AND "subjectId" = '${id}'
       AND "action" = 'entry.revise' ORDER BY "at" DESC, "id" DESC`,
    )) as { before: string | null }[];
    if ((JSON.parse(events[0]?.before ?? '{}') as { state?: string }).state !== 'withdrawn') continue;
    await runner.query(
      `UPDATE "entry" SET "submittedVersion" = 0, "acceptedVersion" = 0 WHERE "id" = '${id}'`,
    );
    await runner.query(
      `UPDATE "entry_disclosure" SET "acceptedVersion" = 0, "returnedVersion" = 0 WHERE "entryId" = '${id}'`,
    );
  }
}

/** A text that is frozen already names the entries it names; of the others nothing is known. */
async function rememberNamed(runner: QueryRunner): Promise<void> {
  const freezes = (await runner.query(`SELECT "id", "content" FROM "submission_freeze"`)) as {
    id: string;
    content: string;
  }[];
  for (const { id, content } of freezes) {
    const named = new Set([...content.matchAll(/"entryId":"([0-9a-f-]{36})"/g)].map((match) => match[1]));
    for (const entryId of named) {
      await runner.query(`INSERT INTO "submission_freeze_entry" ("freezeId", "entryId", "attributed")
        SELECT '${id}', e."id", ${runner.connection.options.type === 'postgres' ? 'true' : '1'} FROM "entry" e
        WHERE e."id" = '${entryId}'`);
    }
  }
}
