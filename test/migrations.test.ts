import type { DataSource } from 'typeorm';
import { openWriter } from '../src/platform/database/data-source.js';
import { Round } from '../src/rounds/round/round.entity.js';
import { entities, migrations } from '../src/schema.js';
import { freshDatabase } from './support/database.js';

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

  it('tells of what was entered or wished about an id whether it was an item’s or a round’s', async () => {
    const database = await freshDatabase({ empty: true });
    const writer = await openWriter({ url: database.url, entities, migrations });
    const rows = (columns: string) =>
      writer.query<unknown>(`SELECT ${columns} FROM "reminder_wish" ORDER BY "id"`);
    try {
      await writer.runMigrations();
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
    } finally {
      await writer.destroy();
      await database.drop();
    }
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
