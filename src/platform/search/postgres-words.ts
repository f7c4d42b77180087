import { slicesOf } from '../database/in-slices.js';
import { numberOf } from './stored-rows.js';
import {
  type Group,
  type Groups,
  type MatchingRow,
  type IndexRow,
  HIDDEN,
  type Term,
  type WordStore,
} from './word-store.js';

const AT_ONCE = 200;

/** PostgreSQL: rows with their terms as a tsvector. None of its dictionaries and parsers takes part. */
export const postgresWords: WordStore = {
  lock: async (manager, kind) => {
    await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`search ${kind}`]);
  },

  addDue: async (manager, due) => {
    await manager.query(
      `INSERT INTO "search_due" ("id", "kind", "subjectId", "hides")
       SELECT * FROM unnest($1::varchar[], $2::varchar[], $3::varchar[], $4::varchar[])`,
      (['id', 'kind', 'subjectId', 'hides'] as const).map((column) => due.map((one) => one[column])),
    );
  },

  add: async (manager, rows) => {
    for (const part of slicesOf(rows, AT_ONCE)) {
      const values = part.map((_, index) => {
        const [a, b, c, d, words] = [1, 2, 3, 4, 5].map((column) => `$${index * 5 + column}`);
        return `(${a}, ${b}, ${c}, ${d}, array_to_tsvector(${words}::text[]))`;
      });
      await manager.query(
        `INSERT INTO "search_row" ("kind", "subjectId", "layer", "digest", "words")
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
    return manager.query<MatchingRow[]>(
      `SELECT row."kind", row."subjectId", row."layer", ${HIDDEN} AS "hidden"
       FROM "search_latest"($1::tsquery, $2, $3) "number" JOIN "search_row" row USING ("number")
       ORDER BY "number" DESC`,
      [matching(groups), before, limit],
    );
  },
};

const valuesOf = ({ kind, subjectId, layer, digest, terms }: IndexRow) => [
  kind,
  subjectId,
  layer,
  digest,
  terms,
];

/** Terms are letters and digits: nothing in them ends the quotes. */
const matching = ({ any, except }: Groups) =>
  except.length === 0 ? anyOf(any) : `(${anyOf(any)}) & !(${anyOf(except)})`;
const anyOf = (groups: readonly Group[]) => groups.map(all).join(' | ');
const all = (group: Group) => `(${group.map(oneOf).join(' & ')})`;
const oneOf = (forms: readonly Term[]) =>
  `(${forms.map(({ text, prefix }) => `'${text}'${prefix ? ':*' : ''}`).join(' | ')})`;
