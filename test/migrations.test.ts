import { DataSource, getMetadataArgsStorage } from 'typeorm';
import { migrations } from '../migrations/chain.js';
import { startApp, type TestApp } from './support/app.js';
import { freshDatabase, type TestDatabase } from './support/database.js';

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
});
