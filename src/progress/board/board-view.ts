import type { Mechanism } from '../../mechanisms/mechanism/mechanism.entity.js';
import type { Plan, PlanItem } from '../../plans/plan/plan.entity.js';
import type { ItemStatus } from '../../plans/plan/vocabulary.js';
import type { Board, Figures } from './board-figures.js';

/** Where a board stands: on a mechanism, for all its plans that are in force, or on one plan whatever its state. */
export type BoardSubject = { mechanismId: string } | { planId: string };

export type BoardPlan = Pick<Plan, 'id' | 'mechanismId' | 'state' | 'isPublic' | 'title'>;

/** What a board is of. */
export interface BoardScope {
  mechanism: Pick<Mechanism, 'id' | 'shortName' | 'shortNames' | 'zone'>;
  /** The one plan the board is of; null for a mechanism's. */
  plan: BoardPlan | null;
  /** The plans counted, the newest first. */
  plans: BoardPlan[];
  /** The plans to choose from. */
  offered: BoardPlan[];
}

export interface BoardView extends Board {
  scope: BoardScope;
}

/** What a table of items shows of one. */
export type ListedItem = Pick<
  PlanItem,
  | 'id'
  | 'planId'
  | 'code'
  | 'title'
  | 'status'
  | 'whenPrecision'
  | 'whenStart'
  | 'whenEnd'
  | 'whenText'
  | 'owners'
> & { plan: BoardPlan };

export interface BoardPage<Item = PlanItem> {
  items: Item[];
  nextCursor: string | null;
  /** How those items stand by accepted reports, as far as the reader sees them. */
  said: ReadonlyMap<string, ItemStatus | null>;
  /** Of the tile. */
  figures: Figures;
  scope: BoardScope;
}
