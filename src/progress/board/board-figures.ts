import { objectives } from '../../framework/objectives.data.js';
import { principles } from '../../framework/principles.data.js';
import type { ItemStatus } from '../../plans/plan/vocabulary.js';
import type { Day } from '../../platform/i18n/day.js';

export interface Figures {
  /** Items of the plans in question. */
  planned: number;
  /** Of these, those whose status in the plan is `ongoing`. */
  underWay: number;
  /** Of these, those that are `ongoing` by the accepted reports the reader can see: see `statusByReports`. */
  underWayReported: number;
  /** Of these, those with at least one entry the reader can see, submitted or further. */
  reported: number;
}

export type Figure = keyof Figures;

/** What an item counts as: 1 or 0. */
export type Counted = Pick<Figures, 'underWay' | 'underWayReported' | 'reported'>;

/** Of an item, what its place in a list depends on. */
export interface CountedItem extends Counted {
  /** By accepted reports. */
  said: ItemStatus | null;
  id: string;
  planId: string;
  code: string;
}

/** The figures of one part of the board: of all items, of an objective, of a principle, of one framework's code. */
export interface FigureRow extends Figures {
  part: 'all' | 'unmapped' | 'institutional' | 'undated' | 'objective' | 'principle' | 'reference';
  /** Number of an objective or a principle, or name of a framework. */
  name: string;
  code: string;
}

export interface Board {
  all: Figures;
  /** Items without an objective, but for headings and those about the mechanism itself, which lack none. */
  unmapped: number;
  /** Items about the mechanism itself. */
  institutional: number;
  /** Items left out because days were asked for and the plan gives them none. */
  undated: number;
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
export function boardOf(rows: readonly FigureRow[]): Board {
  const of = (part: FigureRow['part'], name: number | '' = '') =>
    figuresIn(rows.find((row) => row.part === part && row.name === String(name)));
  return {
    all: of('all'),
    unmapped: of('unmapped').planned,
    institutional: of('institutional').planned,
    undated: of('undated').planned,
    objectives: objectives.map(({ number }) => ({ objective: number, ...of('objective', number) })),
    principles: principles.map(({ number }) => ({ principle: number, ...of('principle', number) })),
    references: rows
      .filter(({ part }) => part === 'reference')
      .map((row) => ({ framework: row.name, code: row.code, ...figuresIn(row) }))
      .sort((a, b) => natural(a.framework, b.framework) || natural(a.code, b.code)),
  };
}

export const FIGURES = ['planned', 'underWay', 'underWayReported', 'reported'] as const satisfies Figure[];

const figuresIn = ({ planned, underWay, underWayReported, reported }: Figures = NONE): Figures => ({
  ...{ planned, underWay, underWayReported, reported },
});
const NONE: Figures = { planned: 0, underWay: 0, underWayReported: 0, reported: 0 };

/** The figures of listed items. */
export const figuresOf = (items: readonly Counted[]): Figures => ({
  planned: items.length,
  underWay: items.filter((item) => countsIn(item, 'underWay')).length,
  underWayReported: items.filter((item) => countsIn(item, 'underWayReported')).length,
  reported: items.filter((item) => countsIn(item, 'reported')).length,
});

/** Whether an item counts in a figure. */
export const countsIn = (item: Counted, figure: Figure): boolean =>
  figure === 'planned' || item[figure] === 1;

const collator = new Intl.Collator('en', { numeric: true });
/** Codes as people count: 5, 5a, 10. */
const natural = (a: string, b: string): number => collator.compare(a, b);

/** Plan by plan as they are given, and in the order of their codes. */
export function inOrder<Item extends Pick<CountedItem, 'id' | 'planId' | 'code'>>(
  items: readonly Item[],
  plans: readonly { id: string }[],
): Item[] {
  const rank = new Map(plans.map(({ id }, index) => [id, index]));
  return [...items].sort(
    (a, b) =>
      rank.get(a.planId)! - rank.get(b.planId)! || natural(a.code, b.code) || a.id.localeCompare(b.id),
  );
}
