import { randomUUID } from 'node:crypto';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An address was made and its copying recorded in one transaction, one after the other. */
const AT_MOST_MS = 2_000;

interface Copied {
  addresseeId: string;
  accountId: string;
  at: string;
}

interface Address {
  id: string;
  derived: boolean | number;
  roundId: string;
  expiresAt: string;
  revokedAt: string | null;
}

/**
 * Addresses that people copied of their own links before such a copy was a link of its own: whoever has one writes from
 * now on, and decides nothing. The history tells when each was made.
 */
export class CopiedLinks1764308000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const isPostgres = runner.connection.options.type === 'postgres';
    const ask = (sql: string, values: (string | null)[] = []) => {
      let number = 0;
      return runner.query(isPostgres ? sql.replace(/\?/g, () => `$${++number}`) : sql, values);
    };
    const copied = (await ask(
      `SELECT "subjectId" AS "addresseeId", "accountId", "at" FROM "audit_event" WHERE "action" = 'answer-link.copy' AND "subjectKind" = 'round-addressee' AND "accountId" IS NOT NULL`,
    )) as Copied[];
    const passedOn = new Map<string, string>();
    for (const { addresseeId, accountId, at } of copied) {
      const from = new Date(new Date(at).getTime() - AT_MOST_MS).toISOString();
      const [address] = (await ask(
        `SELECT "token"."id" AS "id", "token"."derived" AS "derived", "link"."roundId" AS "roundId", "link"."expiresAt" AS "expiresAt", "link"."revokedAt" AS "revokedAt" FROM "answer_link_token" "token" JOIN "answer_link" "link" ON "link"."id" = "token"."linkId" WHERE "link"."addresseeId" = ? AND "link"."accountId" = ? AND "token"."createdAt" BETWEEN ? AND ? ORDER BY "token"."createdAt" DESC LIMIT 1`,
        [addresseeId, accountId, from, at],
      )) as Address[];
      if (!address || address.derived) continue;
      const whose = `${addresseeId} ${accountId}`;
      const linkId = passedOn.get(whose) ?? randomUUID();
      if (!passedOn.has(whose))
        await ask(
          `INSERT INTO "answer_link" ("id", "roundId", "addresseeId", "createdBy", "showsHistory", "createdAt", "expiresAt", "revokedAt") VALUES (?, ?, ?, ?, false, ?, ?, ?)`,
          [linkId, address.roundId, addresseeId, accountId, at, address.expiresAt, address.revokedAt],
        );
      passedOn.set(whose, linkId);
      await ask(`UPDATE "answer_link_token" SET "linkId" = ? WHERE "id" = ?`, [linkId, address.id]);
    }
  }

  /** They stay what they are: nobody was promised more. */
  async down(): Promise<void> {}
}
