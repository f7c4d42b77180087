import type { PlanItem } from '../../plans/plan/plan.entity.js';
import type { ItemFacts } from './compile-input.js';

/**
 * The items of one plan in the order of its tree. An item without an objective of its own goes with institutional work
 * when its plan calls it that, or when nothing above or below it has one: the headings of a plan are not work, and an
 * item under a mapped one is covered.
 */
export function itemFacts(items: readonly PlanItem[]): ItemFacts[] {
  const children = new Map<string | null, PlanItem[]>();
  for (const item of items) children.set(item.parentId, [...(children.get(item.parentId) ?? []), item]);
  const facts: ItemFacts[] = [];
  const visit = (item: PlanItem, covered: boolean): void => {
    const objectives = [...new Set(item.objectives.map((one) => one.objective))].sort((a, b) => a - b);
    const below = children.get(item.id) ?? [];
    const unmapped = below.length === 0 && !covered;
    const institutional = objectives.length === 0 && (item.institutional || unmapped);
    const { id, planId, code, title, status } = item;
    facts.push({ id, planId, code, title, status, objectives, institutional });
    for (const child of below) visit(child, covered || objectives.length > 0);
  };
  for (const item of children.get(null) ?? []) visit(item, false);
  return facts;
}
