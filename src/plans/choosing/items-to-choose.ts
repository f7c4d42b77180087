import type { Choosable, ChoosableList } from '../../platform/web/choosing/choosable.js';
import type { PlanItem } from '../plan/plan.entity.js';

/** What a form chooses items from. */
export interface ItemsToChoose {
  /** Chosen already, as far as they are the reader's to see: they stand on top. */
  top: Choosable[];
  lists: ChoosableList[];
}

/** An item as a line to choose. */
export const choosable = (
  { id: value, code, title }: Pick<PlanItem, 'id' | 'code' | 'title'>,
  depth: number,
): Choosable => ({
  value,
  code,
  title,
  depth,
});
