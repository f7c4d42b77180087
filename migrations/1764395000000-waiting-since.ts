import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';
import { addColumns, dropColumns } from './tables.js';

const waiting = new TableIndex({ columnNames: ['mechanismId', 'waitingSince', 'id', 'reporterKind'] });
const linked = new TableIndex({ columnNames: ['mechanismId', 'linkedAt'] });
const ownersOf = new TableIndex({ columnNames: ['itemId'] });
const ownership = new TableIndex({ columnNames: ['itemId', 'kind', 'subject'] });

/** Since when the version waits that was submitted last; and indexes by which what waits, and what somebody answers for, is found. */
export class WaitingSince1764395000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'entry', { waitingSince: 'varchar(24)?' });
    await runner.query(`
      UPDATE "entry" SET "waitingSince" = (
        SELECT "said"."submittedAt" FROM "entry_version" "said"
        JOIN "entry_disclosure" "home" ON "home"."entryId" = "said"."entryId"
        WHERE "said"."entryId" = "entry"."id" AND "said"."number" = "entry"."submittedVersion"
          AND "home"."mechanismId" = "entry"."mechanismId"
          AND "home"."acceptedVersion" <> "entry"."submittedVersion"
          AND "home"."returnedVersion" <> "entry"."submittedVersion")
      WHERE "state" <> 'withdrawn' AND "submittedVersion" > 0`);
    await runner.createIndex('entry', waiting);
    await runner.createIndex('entry_disclosure', linked);
    await runner.createIndex('plan_item_owner', ownership);
    await runner.dropIndex('plan_item_owner', ownersOf);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.createIndex('plan_item_owner', ownersOf);
    await runner.dropIndex('plan_item_owner', ownership);
    await runner.dropIndex('entry_disclosure', linked);
    await runner.dropIndex('entry', waiting);
    await dropColumns(runner, 'entry', ['waitingSince']);
  }
}
