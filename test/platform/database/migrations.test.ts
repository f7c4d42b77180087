import { DataSource, getMetadataArgsStorage } from 'typeorm';
import { migrations } from '../../../migrations/chain.js';
import { startApp, type TestApp } from '../../support/app.js';
import { freshDatabase, type TestDatabase } from '../../support/database.js';
import { Round } from '../../../src/rounds/round/round.entity.js';

describe('the migration chain', () => {
  let database: TestDatabase;
  let test: TestApp;
  let writer: DataSource;
  beforeEach(async () => {
    database = await freshDatabase({ empty: true });
    test = await startApp({ env: { DATABASE_URL: database.url } });
    writer = test.get(DataSource);
  });
  afterEach(async () => {
    await test.close();
    await database.drop();
  });

  it('leaves nothing for the schema builder to do', async () => {
    const left = await writer.driver.createSchemaBuilder().log();
    expect(left.upQueries.map((query) => query.query)).toEqual([]);
  });

  it('is compared with every entity: a module names each', () => {
    const declared = getMetadataArgsStorage().tables.map(({ target }) => target);
    expect(new Set(writer.entityMetadatas.map(({ target }) => target))).toEqual(new Set(declared));
  });

  it('can be undone to the first step', async () => {
    for (const _ of migrations) await writer.undoLastMigration();
    const tables = await writer.createQueryRunner().getTables();
    const ours = writer.entityMetadatas.map(({ tableName }) => tableName);
    expect(tables.filter((table) => ours.some((name) => table.name.endsWith(name)))).toEqual([]);
  });

  it('tells of what was entered or wished about an id whether it was an item’s or a round’s', async () => {
    const rows = (columns: string) =>
      writer.query<unknown>(`SELECT ${columns} FROM "reminder_wish" ORDER BY "id"`);
    await writer.manager.insert(Round, Object.assign(new Round(), newRound));
    await undoThrough(writer, 'ReminderSubjects1764200000000');
    for (const [id, about] of [
      ['1', 'an-item'],
      ['2', newRound.id],
      ['3', ''],
    ])
      await writer.query(
        `INSERT INTO "reminder_wish" ("id", "accountId", "itemId", "createdAt") VALUES ('${id}', 'a', '${about}', '2027')`,
      );
    await writer.runMigrations();
    const kinds = [
      { subjectKind: 'item', subjectId: 'an-item' },
      { subjectKind: 'round', subjectId: newRound.id },
      { subjectKind: '', subjectId: '' },
    ];
    expect(await rows('"subjectKind", "subjectId"')).toEqual(kinds);
    await undoThrough(writer, 'ReminderSubjects1764200000000');
    expect(await rows('"itemId"')).toEqual(kinds.map(({ subjectId: itemId }) => ({ itemId })));
  });
});

const newRound = {
  id: 'a-round',
  mechanismId: 'rabat',
  title: { en: 'Inputs' },
  reason: null,
  dueDay: '2027-03-16',
  periodStart: '2027-01-01',
  periodEnd: '2027-03-31',
  languages: ['en'],
  state: 'open' as const,
  createdAt: new Date('2027-03-01T09:00:00Z'),
};

async function undoThrough(writer: DataSource, name: string): Promise<void> {
  while (
    await writer.query(`SELECT 1 FROM "migrations" WHERE "name" = '${name}'`).then((rows: []) => rows.length)
  )
    await writer.undoLastMigration();
}
