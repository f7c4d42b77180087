import type { PlanItem } from '../../../src/plans/plan/plan.entity.js';
import { itemFacts } from '../../../src/reviews/compilation/facts/item-facts.js';

const item = (id: string, parentId: string | null, ...objectives: number[]) =>
  ({
    id,
    parentId,
    planId: 'plan',
    code: id,
    objectives: objectives.map((objective) => ({ objective })),
  }) as unknown as PlanItem;

const institutional = (items: PlanItem[]) =>
  itemFacts(items)
    .filter((one) => one.institutional)
    .map((one) => one.id);

describe('the items of a plan', () => {
  it('come in the order of its tree', () => {
    const items = [item('A', null), item('B', null), item('B.1', 'B'), item('A.1', 'A')];
    expect(itemFacts(items).map((one) => one.id)).toEqual(['A', 'A.1', 'B', 'B.1']);
  });

  it('are institutional when they are work and nothing maps them', () => {
    expect(institutional([item('A', null), item('A.1', 'A'), item('A.2', 'A', 9)])).toEqual(['A.1']);
  });

  it('are covered by what stands above them', () => {
    expect(institutional([item('A', null, 9), item('A.1', 'A')])).toEqual([]);
  });

  it('are institutional where the plan calls them that, also under what is mapped, but not with an objective', () => {
    const called = (one: PlanItem) => Object.assign(one, { institutional: true });
    const items = [item('A', null, 9), called(item('A.1', 'A')), called(item('A.2', 'A', 3))];
    expect(institutional(items)).toEqual(['A.1']);
  });

  it('name an objective once, however many of its letters are mapped', () => {
    expect(itemFacts([item('A', null, 9, 9, 2)])[0]!.objectives).toEqual([2, 9]);
  });
});
