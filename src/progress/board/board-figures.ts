import { objectives } from '../../framework/objectives.data.js';
import { principles } from '../../framework/principles.data.js';
import type { Day } from '../../platform/i18n/day.js';
import type { Precision } from '../../plans/items/when.js';

export interface Figures {
  /** Items of the plans in question. */
  planned: number;
  /** Of these, those whose status in the plan is `ongoing`. */
  underWay: number;
  /** Of these, those with at least one entry the reader can see, submitted or further. */
  reported: number;
}

export type Figure = keyof Figures;

/** Of an item, what the board needs to know. */
export interface BoardItem {
  id: string;
  planId: string;
  code: string;
  status: string | null;
  institutional: boolean;
  whenPrecision: Precision;
  whenStart: Day | null;
  whenEnd: Day | null;
  reported: boolean;
}

/** Which objectives, principles and parts of other frameworks items serve; an item may stand in a list twice. */
export interface Mapping {
  objectives: { itemId: string; objective: number }[];
  principles: { itemId: string; principle: number }[];
  references: { itemId: string; framework: string; code: string }[];
}

export interface Board {
  all: Figures;
  /** Items without an objective, but for those about the mechanism itself, which lack none. */
  unmapped: number;
  /** Items about the mechanism itself. */
  institutional: number;
  objectives: (Figures & { objective: number })[];
  principles: (Figures & { principle: number })[];
  /** By framework and code, as far as the plans name any. */
  references: (Figures & { framework: string; code: string })[];
}

/** Days from..until, both included; null is open. */
export interface Days {
  from: Day | null;
  until: Day | null;
}

/** The figures of all 23 objectives and ten principles in their order, and of what else is named. Coverage; no order among States. */
export function figuresOf(items: readonly BoardItem[], mapping: Mapping): Board {
  const byId = new Map(items.map((item) => [item.id, item]));
  const count = <Row extends { itemId: string }>(
    rows: readonly Row[],
    keyOf: (row: Row) => string | number,
  ) => {
    const served = new Map<string | number, Set<BoardItem>>();
    for (const row of rows) {
      const item = byId.get(row.itemId);
      if (!item) continue;
      const key = keyOf(row);
      const here = served.get(key);
      if (here) here.add(item);
      else served.set(key, new Set([item]));
    }
    return served;
  };
  const byObjective = count(mapping.objectives, ({ objective }) => objective);
  const byPrinciple = count(mapping.principles, ({ principle }) => principle);
  const byReference = count(mapping.references, ({ framework, code }) => `${framework}\n${code}`);
  return {
    all: figures(items),
    unmapped: unmappedOf(items, mapping).length,
    institutional: items.filter((item) => item.institutional).length,
    objectives: objectives.map(({ number }) => ({ objective: number, ...figures(byObjective.get(number)) })),
    principles: principles.map(({ number }) => ({ principle: number, ...figures(byPrinciple.get(number)) })),
    references: [...byReference]
      .map(([key, served]) => {
        const [framework, code] = (key as string).split('\n') as [string, string];
        return { framework, code, ...figures(served) };
      })
      .sort((a, b) => natural(a.framework, b.framework) || natural(a.code, b.code)),
  };
}

/** Items without an objective that could have one. */
export function unmappedOf(
  items: readonly BoardItem[],
  { objectives: mapped }: Pick<Mapping, 'objectives'>,
): BoardItem[] {
  const ids = new Set(mapped.map((row) => row.itemId));
  return items.filter((item) => !item.institutional && !ids.has(item.id));
}

/** Whether an item counts in a figure. */
export function countsIn({ status, reported }: BoardItem, figure: Figure): boolean {
  if (figure === 'reported') return reported;
  return figure === 'planned' || status === 'ongoing';
}

/**
 * Whether the dates a plan gives an item touch the days asked for. What recurs without dates does at any time; an item
 * without dates touches no day in particular.
 */
export function touches(
  { whenPrecision, whenStart, whenEnd }: Pick<BoardItem, 'whenPrecision' | 'whenStart' | 'whenEnd'>,
  { from, until }: Days,
): boolean {
  if (isUndated({ whenPrecision, whenStart, whenEnd })) return from === null && until === null;
  return (
    (from === null || whenEnd === null || whenEnd >= from) &&
    (until === null || whenStart === null || whenStart <= until)
  );
}

export const isUndated = ({
  whenPrecision,
  whenStart,
  whenEnd,
}: Pick<BoardItem, 'whenPrecision' | 'whenStart' | 'whenEnd'>): boolean =>
  whenStart === null && whenEnd === null && whenPrecision !== 'recurring';

function figures(items: Iterable<BoardItem> = []): Figures {
  const all = { planned: 0, underWay: 0, reported: 0 };
  for (const item of items) {
    all.planned += 1;
    if (countsIn(item, 'underWay')) all.underWay += 1;
    if (countsIn(item, 'reported')) all.reported += 1;
  }
  return all;
}

const collator = new Intl.Collator('en', { numeric: true });
/** Codes as people count: 5, 5a, 10. */
export const natural = (a: string, b: string): number => collator.compare(a, b);
