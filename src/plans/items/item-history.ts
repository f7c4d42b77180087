import type { Change } from '../../platform/database/history.js';
import type { Plan } from '../plan/plan.entity.js';

/** A change of an item for the history, in the scope of its plan's mechanism. */
export const itemChange = (
  action: string,
  plan: Pick<Plan, 'mechanismId'>,
  subjectId: string,
  values: Pick<Change, 'before' | 'after'>,
): Change => ({ action, subjectKind: 'item', subjectId, scope: plan.mechanismId, ...values });
