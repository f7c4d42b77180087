import { PlanItem } from '../plan/plan.entity.js';

/** A list of siblings, or the part of it that is shown. */
export interface Branch {
  nodes: TreeNode[];
  /** Place of the first one shown among its siblings, from 0. */
  from: number;
  total: number;
}

export interface TreeNode {
  item: PlanItem;
  /** How many stand directly below it. */
  below: number;
  /** Those below it; null while it is closed, and when there are none. */
  branch: Branch | null;
}

/** What of a plan's tree is looked at. */
export interface TreeView {
  /** The items above the branch, from the top; empty when it is the plan's own. */
  path: PlanItem[];
  branch: Branch;
}
