import { fastify } from 'fastify';
import type { BenchApp } from './support/app.js';
import { besideBare } from './support/beside-bare.js';
import { type Prepared, prepare } from './support/database.js';
import type { Figure } from './support/figure.js';
import { MECHANISM, OBJECTIVES, type Seed } from './support/seed.js';

const PATH = `/api/v1/mechanisms/${MECHANISM}/board/items`;

/** The rows of the list: what the API answers of an item, with its owners and all it serves. */
const ROWS = `
  SELECT item.*, owner."kind" AS "ownerKind", owner."subject", objective."objective", objective."letter",
    principle."principle", reference."framework", reference."code" AS "referenceCode"
  FROM "plan" plan
  JOIN "plan_item" item ON item."planId" = plan."id"
  LEFT JOIN "plan_item_owner" owner ON owner."itemId" = item."id"
  LEFT JOIN "plan_item_objective" objective ON objective."itemId" = item."id"
  LEFT JOIN "plan_item_principle" principle ON principle."itemId" = item."id"
  LEFT JOIN "plan_item_reference" reference ON reference."itemId" = item."id"
  WHERE plan."mechanismId" = ? AND plan."state" IN ('validated', 'adopted')
    AND item."id" IN (SELECT "itemId" FROM "plan_item_objective" WHERE "objective" = ?)`;

/** The items that serve an objective, as a program asks for them; beside a route that answers their rows as they are. */
export async function listByObjective(app: BenchApp, { token }: Seed): Promise<Figure[]> {
  const rows = await prepare(app.config.databaseUrl, ROWS);
  const bare = await bareServer(rows);
  const names = { product: 'list by objective', bare: 'the rows of the list, by one statement' };
  const headers = { authorization: `Bearer ${token}` };
  const paths = Array.from({ length: OBJECTIVES }, (_, index) => `${PATH}?objective=${index + 1}`);
  const figures = await besideBare({ names, product: app.url, bare: bare.url, headers, paths });
  await bare.close();
  return figures;
}

async function bareServer(rows: Prepared): Promise<{ url: string; close: () => Promise<void> }> {
  const server = fastify();
  server.get<{ Querystring: { objective: string } }>(PATH, async ({ query }, reply) => {
    const found = await rows.all([MECHANISM, Number(query.objective)]);
    return reply.type('application/json; charset=utf-8').send(JSON.stringify(found));
  });
  const url = await server.listen({ port: 0, host: '127.0.0.1' });
  return {
    url,
    close: async () => {
      await server.close();
      await rows.close();
    },
  };
}
