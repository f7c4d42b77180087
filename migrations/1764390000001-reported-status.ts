import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, dropTables, type TableSpec } from './tables.js';

const tables: readonly TableSpec[] = [
  {
    name: 'reported_status',
    columns: {
      planId: 'varchar(36)',
      audience: 'varchar(200)',
      itemId: 'varchar(36)',
      voice: 'varchar(140)',
      status: 'varchar(12)',
      acceptedAt: 'varchar(24)',
      entryId: 'varchar(36)',
    },
    primary: ['planId', 'audience', 'itemId', 'voice'],
    index: [['itemId']],
    foreign: [{ column: 'itemId', table: 'plan_item', onDelete: 'CASCADE' }],
  },
];

const VOICE = `e."reporterKind" || ':' || e."reporter"`;
/** Who reads what was accepted in a mechanism, and where. */
const AUDIENCES = [
  [`'own:' || e."mechanismId" || ':' || ${VOICE}`, '1 = 1'],
  [`'own:' || d."mechanismId" || ':' || ${VOICE}`, 'd."mechanismId" <> e."mechanismId"'],
  [`'office:' || d."mechanismId"`, '1 = 1'],
  [`'members:' || d."mechanismId"`, `d."visibility" = 'mechanism'`],
  [`'everybody'`, `d."visibility" = 'public'`],
];

/** What accepted reports say of each item, for each audience that reads them: the board counts it without the entries. */
export class ReportedStatus1764390000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, tables);
    await this.fill(runner);
  }

  /** Makes the rows of the entries. */
  async fill(runner: Pick<QueryRunner, 'query' | 'connection'>): Promise<void> {
    const sqlite = runner.connection.options.type === 'better-sqlite3';
    const status = sqlite
      ? `json_extract(v."content", '$.status')`
      : `CAST(v."content" AS json) ->> 'status'`;
    const said = AUDIENCES.map(
      ([audience, condition]) => `
        SELECT item."planId", ${audience} AS "audience", item."id" AS "itemId", ${VOICE} AS "voice",
          ${status} AS "status", COALESCE(d."acceptedAt", '') AS "acceptedAt", e."id" AS "entryId"
        FROM "entry" e
        JOIN "entry_disclosure" d ON d."entryId" = e."id" AND d."acceptedVersion" > 0
        JOIN "entry_version" v ON v."entryId" = e."id" AND v."number" = d."acceptedVersion" AND v."withdrawnAt" IS NULL
        JOIN "entry_item" about ON about."entryId" = e."id" AND about."number" = v."number"
        JOIN "plan_item" item ON item."id" = about."itemId"
        JOIN "plan" ON "plan"."id" = item."planId" AND "plan"."mechanismId" = d."mechanismId"
        WHERE e."state" <> 'withdrawn' AND ${status} IS NOT NULL AND ${condition}`,
    );
    const columns = ['planId', 'audience', 'itemId', 'voice', 'status', 'acceptedAt', 'entryId'];
    const names = columns.map((one) => `"${one}"`).join(', ');
    await runner.query(`
      INSERT INTO "reported_status" (${names})
      SELECT ${names} FROM (
        SELECT ${names}, ROW_NUMBER() OVER (
          PARTITION BY "itemId", "audience", "voice" ORDER BY "acceptedAt" DESC, "entryId" DESC
        ) AS "place"
        FROM (${said.join(' UNION ALL ')}) "said"
      ) "last" WHERE "place" = 1`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, tables);
  }
}
