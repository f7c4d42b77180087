import type { Plan, PlanItem } from '../../plans/plan/plan.entity.js';
import type { Board } from './board-figures.js';

/** Where a board stands: on a mechanism, for all its plans that are in force, or on one plan whatever its state. */
export type BoardSubject = { mechanismId: string } | { planId: string };

/** What a board is of. */
export interface BoardScope {
  mechanismId: string;
  /** The one plan the board is of; null for a mechanism's. */
  plan: Plan | null;
  /** The plans counted, the newest first. */
  plans: Plan[];
  /** The plans to choose from. */
  offered: Plan[];
}

export interface BoardView extends Board {
  scope: BoardScope;
  /** Items left out because days were asked for and the plan gives them none. */
  undated: number;
}

export interface BoardPage {
  items: PlanItem[];
  nextCursor: string | null;
  /** Of the tile. */
  figures: { planned: number; underWay: number; reported: number };
  scope: BoardScope;
}
