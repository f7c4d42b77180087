import type { PlanItem } from '../../../plans/plan/plan.entity.js';
import type { ItemFacts } from './document-facts.js';

type Item = Pick<
  PlanItem,
  'id' | 'planId' | 'parentId' | 'code' | 'title' | 'status' | 'institutional' | 'version'
> & {
  objectives: readonly { objective: number }[];
  principles?: readonly { principle: number }[];
};

/**
 * The items of one plan in the order of its tree. An item without an objective of its own goes with institutional work
 * when its plan calls it that, or when nothing above or below it has one: the headings of a plan are not work, and an
 * item under a mapped one is covered.
 */
export function itemFacts(items: readonly Item[]): ItemFacts[] {
  const children = new Map<string | null, Item[]>();
  for (const item of items) children.set(item.parentId, [...(children.get(item.parentId) ?? []), item]);
  const facts: ItemFacts[] = [];
  const visit = (item: Item, above: number[]): void => {
    const objectives = [...new Set(item.objectives.map((one) => one.objective))].sort((a, b) => a - b);
    const below = children.get(item.id) ?? [];
    const serves = objectives.length > 0 ? objectives : item.institutional ? [] : above;
    const institutional =
      objectives.length === 0 && (item.institutional || (below.length === 0 && above.length === 0));
    const { id, planId, parentId, code, title, status } = item;
    const principles = (item.principles ?? []).map(({ principle }) => principle);
    const seal = String(item.version);
    facts.push({
      id,
      planId,
      parentId,
      code,
      title,
      status,
      objectives,
      serves,
      principles,
      institutional,
      seal,
    });
    for (const child of below) visit(child, serves);
  };
  for (const item of children.get(null) ?? []) visit(item, []);
  return facts;
}
