import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, dropTables, type TableSpec } from './tables.js';

const tables: readonly TableSpec[] = [
  {
    name: 'reported_days',
    columns: {
      planId: 'varchar(36)',
      audience: 'varchar(200)',
      itemId: 'varchar(36)',
      untilDay: 'varchar(10)',
      fromDay: 'varchar(10)',
    },
    primary: ['planId', 'audience', 'itemId', 'untilDay', 'fromDay'],
    index: [['itemId']],
    foreign: [{ column: 'itemId', table: 'plan_item', onDelete: 'CASCADE' }],
  },
];

/** Of the entries about an item, the periods of the versions that the people of one audience see. */
const reported = (audience: string, version: string, from: string) => `
  INSERT INTO "reported_days" ("planId", "audience", "itemId", "untilDay", "fromDay")
  SELECT DISTINCT item."planId", ${audience}, link."itemId", v."periodEnd", v."periodStart"
  FROM "entry" e
  JOIN "entry_item" link ON link."entryId" = e."id"
  JOIN "plan_item" item ON item."id" = link."itemId"
  JOIN "entry_version" v ON v."entryId" = e."id" AND v."number" = e."${version}"
  ${from} AND e."state" <> 'withdrawn' AND e."${version}" > 0`;

const opened = (visibility: string) =>
  `JOIN "entry_disclosure" d ON d."entryId" = e."id" WHERE d."visibility" = '${visibility}'`;

/** Who may see that something was reported, and for when, beside each item: the board counts it without the entries. */
export class Board1764150000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, tables);
    const own = `'own:' || e."mechanismId" || ':' || e."reporterKind" || ':' || e."reporter"`;
    await runner.query(reported(own, 'submittedVersion', 'WHERE 1 = 1'));
    await runner.query(reported(`'office:' || e."mechanismId"`, 'submittedVersion', 'WHERE 1 = 1'));
    await runner.query(reported(`'members:' || d."mechanismId"`, 'acceptedVersion', opened('mechanism')));
    await runner.query(reported(`'everybody'`, 'acceptedVersion', opened('public')));
  }

  down = (runner: QueryRunner) => dropTables(runner, tables);
}
