import type { MigrationInterface, QueryRunner } from 'typeorm';

/*
 * The words things are found by (`platform/search`). What the two databases have for it is not alike, so these tables
 * are no entities. They are filled from the others when the product starts.
 */

const columns = `
  "kind" varchar(20) NOT NULL,
  "subjectId" varchar(36) NOT NULL,
  "layer" varchar(60) NOT NULL,
  "scope" varchar(36) NOT NULL,
  "digest" varchar(32) NOT NULL`;

const SQLITE = [
  // Numbers are never used again: the latest is the highest.
  `CREATE TABLE "search_row" ("number" integer PRIMARY KEY AUTOINCREMENT, ${columns})`,
  // Keeps terms, and neither texts nor where in them a term stands.
  `CREATE VIRTUAL TABLE "search_words" USING fts5("words", content = '', contentless_delete = 1, detail = none,
    tokenize = 'ascii')`,
  // Bytes it gathers before it writes: with its usual megabyte, filling it takes twice as long.
  `INSERT INTO "search_words" ("search_words", rank) VALUES ('hashsize', 16000000)`,
];

const POSTGRES = [
  `CREATE TABLE "search_row" ("number" bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, ${columns},
    "words" tsvector NOT NULL)`,
  // Long values lie beside the rows, so that going through many rows reads little.
  `ALTER TABLE "search_row" ALTER COLUMN "words" SET STORAGE EXTERNAL`,
  `ALTER TABLE "search_row" SET (toast_tuple_target = 128)`,
  // Without the list of entries that wait, which every search would go through.
  `CREATE INDEX "search_row_words" ON "search_row" USING gin ("words") WITH (fastupdate = off)`,
];

export class Search1764150100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const sqlite = runner.connection.options.type === 'better-sqlite3';
    for (const statement of sqlite ? SQLITE : POSTGRES) await runner.query(statement);
    await runner.query(
      'CREATE UNIQUE INDEX "search_row_subject" ON "search_row" ("kind", "subjectId", "layer")',
    );
    await runner.query('CREATE INDEX "search_row_scope" ON "search_row" ("scope", "kind")');
    await runner.query('CREATE TABLE "search_state" ("filled" varchar(20) NOT NULL PRIMARY KEY)');
    // Where there is nothing yet, nothing is missing.
    await runner.query(
      `INSERT INTO "search_state" SELECT '1' WHERE NOT EXISTS (SELECT 1 FROM "plan")
       AND NOT EXISTS (SELECT 1 FROM "meeting")`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['search_state', 'search_words', 'search_row'])
      await runner.query(`DROP TABLE IF EXISTS "${table}"`);
  }
}
