import type { Plan } from '../../plans/plan/plan.entity.js';
import { type BoardItem, type Mapping, natural, unmappedOf } from './board-figures.js';
import type { BoardItemsQuery } from './board.dto.js';

export function servedBy(items: BoardItem[], mapping: Mapping, query: BoardItemsQuery): BoardItem[] {
  const { objective, principle, reference, unmapped } = query;
  const among = (rows: { itemId: string }[]) => {
    const ids = new Set(rows.map(({ itemId }) => itemId));
    return items.filter(({ id }) => ids.has(id));
  };
  if (objective !== null) return among(mapping.objectives.filter((row) => row.objective === objective));
  if (principle !== null) return among(mapping.principles.filter((row) => row.principle === principle));
  if (reference)
    return among(
      mapping.references.filter(
        ({ framework, code }) => framework === reference.framework && code === reference.code,
      ),
    );
  return unmapped ? unmappedOf(items, mapping) : items;
}

export function inOrder(items: BoardItem[], plans: Plan[]): BoardItem[] {
  const rank = new Map(plans.map(({ id }, index) => [id, index]));
  return [...items].sort(
    (a, b) =>
      rank.get(a.planId)! - rank.get(b.planId)! || natural(a.code, b.code) || a.id.localeCompare(b.id),
  );
}
