import { numberOf } from './stored-rows.js';
import {
  type Group,
  type Groups,
  type MatchingRow,
  HIDDEN,
  type Term,
  type WordStore,
} from './word-store.js';

/**
 * SQLite: rows in a table, their terms in an FTS5 table beside it, by the row's number. That one keeps the terms and no
 * text; its tokenizer does nothing but part them at the spaces.
 */
export const sqliteWords: WordStore = {
  // One writes at a time.
  lock: () => Promise.resolve(),

  addDue: async (manager, due) => {
    await manager.query(
      `INSERT INTO "search_due" ("id", "kind", "subjectId", "hides")
       SELECT value ->> 'id', value ->> 'kind', value ->> 'subjectId', value ->> 'hides' FROM json_each(?)`,
      [JSON.stringify(due)],
    );
  },

  add: async (manager, rows) => {
    for (const { kind, subjectId, layer, digest, terms } of rows) {
      const [row] = await manager.query<{ number: number }[]>(
        `INSERT INTO "search_row" ("kind", "subjectId", "layer", "digest") VALUES (?, ?, ?, ?)
         RETURNING "number"`,
        [kind, subjectId, layer, digest],
      );
      await manager.query(`INSERT INTO "search_words" (rowid, "words") VALUES (?, ?)`, [
        row!.number,
        terms.join(' '),
      ]);
    }
  },

  remove: async (manager, numbers) => {
    for (const number of numbers) {
      await manager.query('DELETE FROM "search_words" WHERE rowid = ?', [number]);
      await manager.query('DELETE FROM "search_row" WHERE "number" = ?', [number]);
    }
  },

  find: async (manager, groups, { after, limit }) => {
    const before = after ? await numberOf(manager, after) : null;
    return manager.query<MatchingRow[]>(
      `SELECT row."kind", row."subjectId", row."layer", ${HIDDEN} AS "hidden"
       FROM "search_words" JOIN "search_row" row ON row."number" = "search_words".rowid
       WHERE "search_words" MATCH ? ${before === null ? '' : 'AND "search_words".rowid < ?'}
       ORDER BY "search_words".rowid DESC LIMIT ?`,
      [matching(groups), ...(before === null ? [] : [before]), limit],
    );
  },
};

/** Terms are letters and digits, so that nothing in them needs quoting; the quotes keep AND and NOT from being words. */
const matching = ({ any, except }: Groups) =>
  except.length === 0 ? anyOf(any) : `(${anyOf(any)}) NOT (${anyOf(except)})`;
const anyOf = (groups: readonly Group[]) => groups.map(all).join(' OR ');
const all = (group: Group) => `(${group.map(oneOf).join(' AND ')})`;
const oneOf = (forms: readonly Term[]) =>
  `(${forms.map(({ text, prefix }) => `"${text}"${prefix ? '*' : ''}`).join(' OR ')})`;
