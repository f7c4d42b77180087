import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where codes stand that somebody typed or brought. */
const CODES = [
  ['plan_item', 'code'],
  ['plan_item_reference', 'code'],
  ['indicator', 'code'],
  ['meeting_decision', 'number'],
] as const;

const UNSEEN_MARKS = /[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]/g;
const tidied = (code: string) =>
  code
    .replace(UNSEEN_MARKS, '')
    .replace(/[\p{Zs}\t]+/gu, ' ')
    .trim();

/** Marks that nobody sees do not stay in codes: two that look alike are the same. */
export class CodesWithoutMarks1764302100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const isPostgres = runner.connection.options.type === 'postgres';
    const [first, second] = isPostgres ? ['$1', '$2'] : ['?', '?'];
    for (const [table, column] of CODES) {
      const rows = (await runner.query(
        `SELECT "id", "${column}" AS "code" FROM "${table}" WHERE "${column}" <> ''`,
      )) as { id: string; code: string }[];
      for (const { id, code } of rows) {
        const plain = tidied(code);
        if (plain === code || (plain === '' && table === 'plan_item_reference')) continue;
        // An item that has a reference with the mark and without it keeps both.
        const unlessThere =
          table === 'plan_item_reference'
            ? ` AND NOT EXISTS (SELECT 1 FROM "${table}" o WHERE o."itemId" = "${table}"."itemId" AND o."framework" = "${table}"."framework" AND o."code" = ${isPostgres ? '$3' : '?'})`
            : '';
        await runner.query(
          `UPDATE "${table}" SET "${column}" = ${first} WHERE "id" = ${second}${unlessThere}`,
          unlessThere ? [plain, id, plain] : [plain, id],
        );
      }
    }
  }

  /** Nothing shows what was there. */
  async down(): Promise<void> {}
}
