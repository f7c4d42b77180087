import type { EntityManager } from 'typeorm';
import { slicesOf } from '../database/in-slices.js';
import type { Groups, SearchHit, IndexRow, StoredRow, Term, WordStore } from './word-store.js';

const ids = async (found: Promise<{ subjectId: string }[]>) =>
  (await found).map(({ subjectId }) => subjectId);

/** The driver gives an eight-byte number as text. */
const toNumber = <T extends { number: unknown }>(row: T) => ({ ...row, number: Number(row.number) });

const AT_ONCE = 200;
const FEW = 10;

/** PostgreSQL: rows with their terms as a tsvector. None of its dictionaries and parsers takes part. */
export const postgresWords: WordStore = {
  // A few things are locked each for itself, beside others; many keep everybody else from the whole kind.
  lock: async (manager, kind, sortedIds) => {
    if (sortedIds.length > FEW) {
      await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [kind]);
      return;
    }
    await manager.query('SELECT pg_advisory_xact_lock_shared(hashtextextended($1, 0))', [kind]);
    for (const id of sortedIds)
      await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 1))', [kind + id]);
  },

  storedRows: async (manager, kind, subjectIds) => {
    const rows = await manager.query<StoredRow[]>(
      `SELECT "number", "subjectId", "layer", "digest" FROM "search_row"
       WHERE "kind" = $1 AND "subjectId" = ANY($2)`,
      [kind, subjectIds],
    );
    return rows.map(toNumber);
  },

  numbersIn: async (manager, scopes) => {
    const rows = await manager.query<{ number: string }[]>(
      `SELECT "number" FROM "search_row" WHERE "scope" = ANY($1)`,
      [scopes],
    );
    return rows.map((row) => Number(row.number));
  },

  subjectsIn: (manager, kind, scope) =>
    ids(
      manager.query(`SELECT DISTINCT "subjectId" FROM "search_row" WHERE "scope" = $1 AND "kind" = $2`, [
        scope,
        kind,
      ]),
    ),

  subjectsBetween: (manager, kind, after, upTo) =>
    ids(
      manager.query(
        `SELECT DISTINCT "subjectId" FROM "search_row"
         WHERE "kind" = $1 AND "subjectId" > $2 AND ($3::varchar IS NULL OR "subjectId" <= $3)`,
        [kind, after, upTo],
      ),
    ),

  add: async (manager, rows) => {
    for (const part of slicesOf(rows, AT_ONCE)) {
      const values = part.map((_, index) => {
        const [a, b, c, d, e, words] = [1, 2, 3, 4, 5, 6].map((column) => `$${index * 6 + column}`);
        return `(${a}, ${b}, ${c}, ${d}, ${e}, array_to_tsvector(${words}::text[]))`;
      });
      await manager.query(
        `INSERT INTO "search_row" ("kind", "subjectId", "layer", "scope", "digest", "words")
         VALUES ${values.join(', ')}`,
        part.flatMap(valuesOf),
      );
    }
  },

  remove: async (manager, numbers) => {
    if (numbers.length > 0)
      await manager.query('DELETE FROM "search_row" WHERE "number" = ANY($1)', [numbers]);
  },

  find: async (manager, groups, { after, limit }) => {
    const before = after ? await numberOf(manager, after) : null;
    // Kept apart, or PostgreSQL may go through the rows from the highest number down until it has enough that fit: that
    // takes the longer, the more rows of others lie between, and so tells of them.
    return manager.query<SearchHit[]>(
      `WITH found AS MATERIALIZED (
         SELECT "number" FROM "search_row" WHERE "words" @@ $1::tsquery
       )
       SELECT row."kind", row."subjectId", row."layer" FROM (
         SELECT "number" FROM found WHERE $2::bigint IS NULL OR "number" < $2 ORDER BY "number" DESC LIMIT $3
       ) page JOIN "search_row" row ON row."number" = page."number" ORDER BY page."number" DESC`,
      [matching(groups), before, limit],
    );
  },
};

const valuesOf = ({ kind, subjectId, layer, scope, digest, terms }: IndexRow) => [
  kind,
  subjectId,
  layer,
  scope,
  digest,
  terms,
];

/** Terms are letters and digits: nothing in them ends the quotes. */
const matching = ({ any, except }: Groups) =>
  except.length === 0 ? anyOf(any) : `(${anyOf(any)}) & !(${anyOf(except)})`;
const anyOf = (groups: readonly Term[][]) => groups.map(all).join(' | ');
const all = (terms: Term[]) =>
  `(${terms.map(({ text, prefix }) => `'${text}'${prefix ? ':*' : ''}`).join(' & ')})`;

async function numberOf(manager: EntityManager, { kind, subjectId, layer }: SearchHit): Promise<number> {
  const [row] = await manager.query<{ number: string }[]>(
    'SELECT "number" FROM "search_row" WHERE "kind" = $1 AND "subjectId" = $2 AND "layer" = $3',
    [kind, subjectId, layer],
  );
  return Number(row?.number ?? 0);
}
