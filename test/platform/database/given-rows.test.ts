import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { DataSource, Entity } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import { changeAll } from '../../../src/platform/database/change.js';
import {
  Day,
  Flag,
  Id,
  Int,
  Json,
  Moment,
  Ref,
  Short,
  Text,
  Version,
} from '../../../src/platform/database/columns.js';
import { writerOptions } from '../../../src/platform/database/data-source.js';
import { insertAll, updateAll } from '../../../src/platform/database/in-slices.js';
import { ConflictError } from '../../../src/platform/errors.js';
import { freshDatabase, type TestDatabase } from '../../support/database.js';

/** A column of each kind there is. */
@Entity('thing')
class Thing {
  @Id() id!: string;
  @Ref({ nullable: true }) otherId!: string | null;
  @Short(200) name!: string;
  @Text({ nullable: true }) words!: string | null;
  @Int({ default: 7 }) count!: number;
  @Flag({ default: true }) open!: boolean;
  @Json() content!: object;
  @Json({ nullable: true }) more!: unknown;
  @Day({ nullable: true }) day!: string | null;
  @Moment({ nullable: true }) at!: Date | null;
  @Version() version!: number;
}

let database: TestDatabase;
let source: DataSource;
beforeAll(async () => {
  database = await freshDatabase({ empty: true });
  const options = writerOptions({ url: database.url, migrations: [] });
  source = await new DataSource({ ...options, entities: [Thing], synchronize: true }).initialize();
});
afterAll(async () => {
  await source.destroy();
  await database.drop();
});

// PostgreSQL keeps no text with a NUL, and refuses it in either way of writing.
const text = fc
  .oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: fc.constantFrom('"', '\\', "'", '\n', '$1', '?', '\\ud800', 'ك') }),
  )
  .map((some) => some.replaceAll('\u0000', '').slice(0, 200));
const orNone = <T>(some: fc.Arbitrary<T>) => fc.oneof(some, fc.constantFrom(null, undefined));
const fields = {
  otherId: orNone(fc.uuid()),
  name: text,
  words: orNone(text),
  count: fc.option(
    fc.maxSafeInteger().map((number) => number % 2 ** 31),
    { nil: undefined },
  ),
  open: fc.option(fc.boolean(), { nil: undefined }),
  content: fc.oneof(fc.array(fc.jsonValue()), fc.dictionary(text, fc.jsonValue())),
  more: orNone(fc.jsonValue()),
  day: orNone(fc.constantFrom('2027-02-28', '')),
  at: orNone(fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('9999-12-31') })),
};
const things = fc.array(fc.record(fields), { maxLength: 12 });
type Row = QueryDeepPartialEntity<Thing>;

const stored = () => source.query<{ id: string }[]>('SELECT * FROM "thing" ORDER BY "id"');

/** What is stored after one way of writing, in an otherwise empty table. */
async function after(write: () => Promise<unknown>) {
  await source.manager.clear(Thing);
  await write();
  return stored();
}

describe('rows that are given to a statement', () => {
  it('are stored as TypeORM’s own builder stores them, whatever is in them', () =>
    fc.assert(
      fc.asyncProperty(things, async (list) => {
        const rows = list.map((one) => ({ ...one, id: randomUUID() })) as Row[];
        const inserted = await after(() => insertAll(source.manager, Thing, rows));
        const built = await after(async () => {
          for (const row of rows) await source.manager.insert(Thing, row);
        });
        expect(inserted).toEqual(built);
      }),
      { numRuns: 60 },
    ));

  it('are updated as one by one', () =>
    fc.assert(
      fc.asyncProperty(things, things, async (before, next) => {
        const rows = before.map((one) => ({ ...one, id: randomUUID() })) as Row[];
        const set = next.slice(0, rows.length).map((one, index) => ({
          ...(Object.fromEntries(
            Object.entries(one).map(([key, value]) => [
              key,
              value ?? (key === 'count' ? 1 : key === 'open' ? false : null),
            ]),
          ) as Partial<Thing>),
          id: rows[index]!.id as string,
        }));
        const together = await after(async () => {
          await insertAll(source.manager, Thing, rows);
          expect(await updateAll(source.manager, Thing, set)).toBe(set.length);
        });
        const single = await after(async () => {
          await insertAll(source.manager, Thing, rows);
          for (const { id, ...some } of set)
            await source.manager.update(Thing, { id }, some as QueryDeepPartialEntity<Thing>);
        });
        expect(together).toEqual(single);
      }),
      { numRuns: 40 },
    ));

  it('have a mark in place of half a character, as a broken file may have it', async () => {
    const half = { id: randomUUID(), name: 'a\ud800b', content: {} };
    expect(await after(() => insertAll(source.manager, Thing, [half]))).toMatchObject([{ name: 'a\ufffdb' }]);
  });

  it('may be any number', async () => {
    for (const count of [0, 1, 111, 2_345]) {
      const rows = Array.from({ length: count }, (_, index) => ({
        id: randomUUID(),
        name: `${index}`,
        content: {},
      }));
      const kept = await after(() => insertAll(source.manager, Thing, rows));
      expect(kept).toHaveLength(count);
      const set = rows.map(({ id }, index) => ({ id, count: index }));
      expect(await updateAll(source.manager, Thing, set)).toBe(count);
    }
  });

  it('change all, or none when one has changed since', async () => {
    const rows = Array.from({ length: 3 }, () => ({
      id: randomUUID(),
      name: 'before',
      content: {},
      version: 4,
    }));
    await after(() => insertAll(source.manager, Thing, rows));
    const next = rows.map(({ id, version }) => ({ id, version, name: 'after' }));
    await source.transaction((manager) => changeAll(manager, Thing, next));
    const changed = await source.manager.find(Thing);
    expect(changed.map(({ name, version }) => [name, version])).toEqual(rows.map(() => ['after', 5]));
    const late = [{ ...next[0]!, version: 5 }, next[1]!].map((one) => ({ ...one, name: 'late' }));
    const refused = source.transaction((manager) => changeAll(manager, Thing, late));
    await expect(refused).rejects.toThrow(ConflictError);
    expect((await source.manager.find(Thing)).some(({ name }) => name === 'late')).toBe(false);
  });

  it('leave out nothing that is to be updated', async () => {
    const [id, other] = [randomUUID(), randomUUID()];
    await expect(updateAll(source.manager, Thing, [{ id, name: 'one' }, { id: other }])).rejects.toThrow(
      'a row without name',
    );
  });
});
