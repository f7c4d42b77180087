import { domainToASCII, domainToUnicode } from 'node:url';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where addresses are kept by which somebody is found. */
const COLUMNS = [
  ['account', 'email'],
  ['address_change', 'email'],
  ['answer_link', 'email'],
] as const;

/** Domains of other alphabets are kept as people read them: one address is one account, however it is written. */
export class Addresses1764304000000 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return rewrite(runner, domainToUnicode);
  }

  down(runner: QueryRunner): Promise<void> {
    return rewrite(runner, domainToASCII);
  }
}

async function rewrite(runner: QueryRunner, as: (domain: string) => string): Promise<void> {
  const isPostgres = runner.connection.options.type === 'postgres';
  const [first, second, third] = isPostgres ? ['$1', '$2', '$3'] : ['?', '?', '?'];
  for (const [table, column] of COLUMNS) {
    const rows = (await runner.query(
      `SELECT "id", "${column}" AS "address" FROM "${table}" WHERE "${column}" IS NOT NULL`,
    )) as { id: string; address: string }[];
    for (const { id, address } of rows) {
      const at = address.lastIndexOf('@') + 1;
      const domain = as(address.slice(at));
      if (domain === '' || domain === address.slice(at).toLowerCase()) continue;
      const written = address.slice(0, at) + domain;
      // Somebody who has an account by each spelling keeps both: an administrator closes one.
      const isAccount = table === 'account';
      const unlessThere = isAccount
        ? ` AND NOT EXISTS (SELECT 1 FROM "account" o WHERE o."email" = ${third})`
        : '';
      await runner.query(
        `UPDATE "${table}" SET "${column}" = ${first} WHERE "id" = ${second}${unlessThere}`,
        isAccount ? [written, id, written] : [written, id],
      );
    }
  }
}
