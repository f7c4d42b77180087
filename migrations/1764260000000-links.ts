import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, createTables, dropColumns, dropTables, type TableSpec } from './tables.js';

const columns = {
  id: 'varchar(36)',
  roundId: 'varchar(36)',
  addresseeId: 'varchar(36)',
  accountId: 'varchar(36)?',
  name: 'varchar(200)?',
  email: 'varchar(254)?',
  createdBy: 'varchar(36)?',
  createdAt: 'varchar(24)',
  expiresAt: 'varchar(24)',
  revokedAt: 'varchar(24)?',
  lastOpenedAt: 'varchar(24)?',
  answeredAt: 'varchar(24)?',
};
const link: TableSpec = {
  name: 'answer_link',
  columns,
  primary: ['id'],
  index: [['addresseeId'], ['roundId']],
  foreign: [
    { column: 'roundId', table: 'round', onDelete: 'CASCADE' },
    { column: 'addresseeId', table: 'round_addressee', onDelete: 'CASCADE' },
  ],
};
const before: TableSpec = {
  ...link,
  columns: { ...columns, secretHash: 'varchar(64)' },
  unique: [['secretHash']],
};
const added: TableSpec[] = [
  {
    name: 'answer_link_token',
    columns: {
      id: 'varchar(36)',
      linkId: 'varchar(36)',
      secretHash: 'varchar(64)',
      createdAt: 'varchar(24)',
      expiresAt: 'varchar(24)',
      derived: 'boolean',
    },
    primary: ['id'],
    unique: [['secretHash']],
    index: [['linkId']],
    foreign: [{ column: 'linkId', table: 'answer_link', onDelete: 'CASCADE' }],
  },
  {
    name: 'ended_wish_links',
    columns: { id: 'varchar(45)', endedAt: 'varchar(24)' },
    primary: ['id'],
  },
];

/** An answer link has many tokens, one for each mail, and a mail tells by which key its links were signed. */
export class Links1764260000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await copy(runner, async () => {
      await runner.dropTable(link.name);
      await createTables(runner, [link, ...added]);
      await fill(runner, link);
      // One token each until now, made of the link's id and the installation's key.
      await runner.query(
        `INSERT INTO "answer_link_token" ("id", "linkId", "secretHash", "createdAt", "expiresAt", "derived")
         SELECT "id", "id", "secretHash", "createdAt", "expiresAt", TRUE FROM "copy"`,
      );
    });
    await addColumns(runner, 'outgoing_message', { keyId: 'varchar(8)?' });
  }

  /** Links whose token is not made of their id open nothing any more. */
  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'outgoing_message', ['keyId']);
    const hash = `COALESCE((SELECT "secretHash" FROM "answer_link_token" "t" WHERE "t"."linkId" = "answer_link"."id" AND "t"."derived" = TRUE), "answer_link"."id")`;
    await copy(
      runner,
      async () => {
        await dropTables(runner, [link, ...added]);
        await createTables(runner, [before]);
        await fill(runner, before);
      },
      `"answer_link".*, ${hash} AS "secretHash"`,
    );
  }
}

/** SQLite drops no column that is unique: the table is made anew. Nothing refers to it before this step. */
async function copy(runner: QueryRunner, work: () => Promise<void>, what = '*'): Promise<void> {
  await runner.query(`CREATE TABLE "copy" AS SELECT ${what} FROM "answer_link"`);
  await work();
  await runner.query(`DROP TABLE "copy"`);
}

const fill = (runner: QueryRunner, { columns }: TableSpec) => {
  const names = Object.keys(columns).map((name) => `"${name}"`);
  return runner.query(
    `INSERT INTO "answer_link" (${names.join(', ')}) SELECT ${names.join(', ')} FROM "copy"`,
  );
};
