import { DataSource, getMetadataArgsStorage } from 'typeorm';
import { migrations } from '../../../migrations/chain.js';
import { startApp, type TestApp } from '../../support/app.js';
import { freshDatabase, type TestDatabase } from '../../support/database.js';
import { AnswerLinkToken } from '../../../src/rounds/answer-links/answer-link.entity.js';
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

  it('keeps the answer links that were mailed, there and back', async () => {
    const columns = '"roundId", "addresseeId", "createdAt", "expiresAt"';
    const links = () => writer.query<unknown>(`SELECT "id", ${columns} FROM "answer_link" ORDER BY "id"`);
    const hashes = () => writer.query<unknown>('SELECT "id", "secretHash" FROM "answer_link" ORDER BY "id"');
    await writer.manager.insert(Round, Object.assign(new Round(), newRound));
    await writer.query(
      `INSERT INTO "round_addressee" ("id", "roundId", "kind", "subject", "state") VALUES ('asked', '${newRound.id}', 'state', 'SEN', 'invited')`,
    );
    await undoThrough(writer, 'Links1764260000000');
    for (const id of ['1', '2'])
      await writer.query(
        `INSERT INTO "answer_link" ("id", ${columns}, "secretHash") VALUES ('${id}', '${newRound.id}', 'asked', '2027', '2028', 'hash ${id}')`,
      );
    const [before, secrets] = [await links(), await hashes()];
    await writer.runMigrations();
    expect(await links()).toEqual(before);
    const tokens = await writer.manager.find(AnswerLinkToken, { order: { linkId: 'ASC' } });
    expect(tokens.map(({ linkId, secretHash, derived }) => ({ linkId, secretHash, derived }))).toEqual([
      { linkId: '1', secretHash: 'hash 1', derived: true },
      { linkId: '2', secretHash: 'hash 2', derived: true },
    ]);
    await undoThrough(writer, 'Links1764260000000');
    expect([await links(), await hashes()]).toEqual([before, secrets]);
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
