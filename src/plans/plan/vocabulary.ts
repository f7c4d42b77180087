export const PLAN_KINDS = ['strategic', 'multi-annual', 'annual', 'presidency'] as const;
export type PlanKind = (typeof PLAN_KINDS)[number];

export const PLAN_STATES = ['draft', 'validated', 'adopted', 'superseded', 'closed'] as const;
export type PlanState = (typeof PLAN_STATES)[number];

/** `all-members` is "each member State": everyone's focal points are asked. */
export const OWNER_KINDS = [
  'chair',
  'secretariat',
  'state',
  'all-members',
  'group',
  'working-group',
  'partner',
] as const;
export type OwnerKind = (typeof OWNER_KINDS)[number];

/** Owner kinds that need a name beside them. */
export const NAMED_OWNERS: readonly OwnerKind[] = ['state', 'group', 'working-group', 'partner'];

/** This project's proposal: no ISCM document fixes a list (reference: iscm-activity, statuses). An item need not have one. */
export const ITEM_STATUSES = ['planned', 'ongoing', 'completed', 'postponed', 'discontinued'] as const;
export type ItemStatus = (typeof ITEM_STATUSES)[number];
