import { Injectable } from '@nestjs/common';
import { can } from '../accounts/roles.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { Actor } from '../platform/http/actor.js';
import type { ItemOwner, Plan } from '../plans/plan/plan.entity.js';
import type { SavedFilter } from './saved-filter.entity.js';

export type NamedFilter = Pick<SavedFilter, 'id' | 'name' | 'query' | 'accountId'>;
export type NamedOwner = Pick<ItemOwner, 'kind' | 'subject'>;

/** What stands above a sheet to choose from. */
export interface SheetChoices {
  /** Owners that items of the plan name, each once. */
  owners: NamedOwner[];
  /** The reader's own filters and those of the secretariat it belongs to, by name. */
  filters: NamedFilter[];
}

const OWNERS = `SELECT DISTINCT 'owner' AS "what", "o"."kind" AS "one", "o"."subject" AS "two", NULL AS "three", NULL AS "four"
  FROM "plan_item_owner" "o" JOIN "plan_item" "i" ON "i"."id" = "o"."itemId" WHERE "i"."planId" = :planId`;
const FILTERS = `SELECT 'filter', "f"."id", "f"."name", "f"."query", "f"."accountId" FROM "saved_filter" "f"
  WHERE "f"."mechanismId" = :mechanismId`;

type Row = { what: string } & Record<'one' | 'two' | 'three' | 'four', string | null>;

/** Reads what a sheet offers to choose from, in one statement: it is asked on every page of a plan. */
@Injectable()
export class SheetChoicesService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Nobody gets somebody else's filters; the secretariat's are for its own people. */
  async of(actor: Actor, { id: planId, mechanismId }: Plan): Promise<SheetChoices> {
    const { read } = this.unitOfWork;
    const sql = [OWNERS, ...filtersOf(actor, mechanismId)].join(' UNION ALL ');
    const values = { planId, mechanismId, accountId: actor.accountId };
    const rows = await read.query<Row[]>(...read.dataSource.driver.escapeQueryWithParameters(sql, values));
    const of = (what: string) => rows.filter((row) => row.what === what);
    return {
      owners: of('owner').map(({ one, two }) => ({ kind: one as NamedOwner['kind'], subject: two })),
      filters: of('filter')
        .map(({ one, two, three, four }) => ({ id: one!, name: two!, query: three!, accountId: four }))
        .sort((a, b) => a.name.localeCompare(b.name)),
    };
  }
}

/** Which of them are the reader's. */
function filtersOf(actor: Actor, mechanismId: string): string[] {
  if (actor.accountId === null || !can(actor, 'mechanism.read', mechanismId)) return [];
  const shared = can(actor, 'plans.edit', mechanismId) ? ' OR "f"."accountId" IS NULL' : '';
  return [`${FILTERS} AND ("f"."accountId" = :accountId${shared})`];
}
