import type { ItemInput } from './item.dto.js';
import type { PlanItem } from '../plan/plan.entity.js';

/** The columns an input fills. */
export function columnsOf(input: ItemInput) {
  const { code, title, description, deliverables, notes, kind, status, when } = input;
  const { funding, crossCutting, institutional } = input;
  return {
    code,
    title,
    description,
    deliverables,
    notes,
    kind,
    status,
    whenPrecision: when.precision,
    whenStart: when.start,
    whenEnd: when.end,
    whenText: when.text,
    funding,
    crossCutting,
    institutional,
  };
}

/** In the order in which they were given: ids rise, and PostgreSQL answers rows in any order. */
const asGiven = <T extends { id: string }>(rows: readonly T[]): T[] =>
  [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));

/** An item as the input that would make it. */
export function inputOf(item: PlanItem): ItemInput {
  const {
    code,
    title,
    description,
    deliverables,
    notes,
    kind,
    whenPrecision: precision,
    whenStart: start,
    whenEnd: end,
    whenText: text,
  } = item;
  return {
    code,
    title,
    description,
    deliverables,
    notes,
    kind,
    status: item.status as ItemInput['status'],
    when: { precision, start, end, text },
    owners: asGiven(item.owners).map((owner) => ({ kind: owner.kind, subject: owner.subject })),
    objectives: asGiven(item.objectives).map(({ objective, letter }) => ({ objective, letter })),
    principles: asGiven(item.principles).map(({ principle }) => principle),
    references: asGiven(item.references).map(({ framework, code: reference }) => ({
      framework,
      code: reference,
    })),
    funding: item.funding,
    crossCutting: item.crossCutting,
    institutional: item.institutional,
  };
}

/** Parents before children, siblings by position. */
export function inTreeOrder(items: PlanItem[]): PlanItem[] {
  const byParent = new Map<string | null, PlanItem[]>();
  for (const item of items) {
    const siblings = byParent.get(item.parentId);
    if (siblings) siblings.push(item);
    else byParent.set(item.parentId, [item]);
  }
  const ordered: PlanItem[] = [];
  const visit = (parentId: string | null) => {
    for (const item of byParent.get(parentId) ?? []) {
      ordered.push(item);
      visit(item.id);
    }
  };
  visit(null);
  return ordered;
}
