import { randomUUID } from 'node:crypto';
import { insertAll } from '../../src/platform/database/in-slices.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { ItemObjective, ItemOwner, PlanItem } from '../../src/plans/plan/plan.entity.js';
import type { TestApp } from './app.js';

const WORDS =
  `strengthen cooperation between competent authorities on the exchange of information about smuggling networks
and trafficking in persons including joint investigation teams training of border officials referral of vulnerable
migrants labour mobility schemes recognition of skills and qualifications reintegration of returnees dialogue with
diaspora communities reducing the cost of remittances consular protection access to health education data collection
harmonized statistics regional observatory awareness campaigns for young people climate resilience local integration
host communities voluntary return civil registration travel documents alternatives to detention screening asylum
capacity building workshops study visits guidelines handbook pilot project evaluation annual report focal points`.split(
    /\s+/,
  );

/** So many items on each level, from the top; those of a level are dealt to the ones above in turn. */
export async function fillPlan(
  test: TestApp,
  planId: string,
  levels: readonly number[],
): Promise<PlanItem[]> {
  let seed = 7;
  const random = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
  const text = () => Array.from({ length: 10 + random(14) }, () => WORDS[random(WORDS.length)]).join(' ');
  const items: PlanItem[] = [];
  let above: PlanItem[] = [];
  for (const count of levels) {
    const level = Array.from({ length: count }, (_, index): PlanItem => {
      const parent = above[index % above.length];
      const position = above.length === 0 ? index : Math.floor(index / above.length);
      return Object.assign(new PlanItem(), {
        id: randomUUID(),
        planId,
        parentId: parent?.id ?? null,
        position,
        code: parent ? `${parent.code}.${position + 1}` : `${position + 1}`,
        title: { original: 'en', texts: { en: text(), fr: text() } },
        description: { original: 'en', texts: { en: `${text()} ${text()}` } },
        status: 'planned',
        whenPrecision: 'year',
        whenStart: '2027-01-01',
        whenEnd: '2027-12-31',
        crossCutting: false,
        institutional: false,
        version: 1,
      });
    });
    items.push(...level);
    above = level;
  }
  const owners = items.flatMap(({ id: itemId }) => [
    { id: randomUUID(), itemId, kind: 'secretariat' as const, subject: null },
    { id: randomUUID(), itemId, kind: 'partner' as const, subject: `Partner ${random(40)}` },
  ]);
  const objectives = items.flatMap(({ id: itemId }, index) =>
    index % 3 === 0
      ? []
      : [
          { id: randomUUID(), itemId, objective: 1 + random(12), letter: '' },
          { id: randomUUID(), itemId, objective: 13 + random(11), letter: 'a' },
        ],
  );
  await test.get(UnitOfWork).run(async (manager) => {
    await insertAll(manager, PlanItem, items);
    await insertAll(manager, ItemOwner, owners);
    await insertAll(manager, ItemObjective, objectives);
  });
  return items;
}

/** 5,000 items in eight levels. */
export const EIGHT_LEVELS = [4, 12, 48, 144, 432, 864, 1296, 2200] as const;
