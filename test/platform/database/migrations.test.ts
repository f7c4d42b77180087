import { openWriter } from '../../../src/platform/database/data-source.js';
import { entities, migrations } from '../../../src/schema.js';
import { freshDatabase } from '../../support/database.js';

describe('the migration chain', () => {
  it('leaves nothing for the schema builder to do', async () => {
    const database = await freshDatabase({ empty: true });
    const writer = await openWriter({ url: database.url, entities, migrations });
    try {
      await writer.runMigrations();
      const left = await writer.driver.createSchemaBuilder().log();
      expect(left.upQueries.map((query) => query.query)).toEqual([]);
    } finally {
      await writer.destroy();
      await database.drop();
    }
  });

  it('can be undone to the first step', async () => {
    const database = await freshDatabase({ empty: true });
    const writer = await openWriter({ url: database.url, entities, migrations });
    try {
      await writer.runMigrations();
      for (const _ of migrations) await writer.undoLastMigration();
      const tables = await writer.createQueryRunner().getTables();
      expect(
        tables.filter((table) =>
          entities.some((entity) => table.name.endsWith(writer.getMetadata(entity).tableName)),
        ),
      ).toEqual([]);
    } finally {
      await writer.destroy();
      await database.drop();
    }
  });
});
