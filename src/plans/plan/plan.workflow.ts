import { Workflow } from '../../platform/workflow.js';
import type { PlanState } from './vocabulary.js';

export type PlanMove = 'validate' | 'adopt' | 'supersede' | 'close' | 'reopen';

export const planWorkflow = new Workflow<PlanState, PlanMove>(
  {
    validate: { from: ['draft'], to: 'validated' },
    adopt: { from: ['draft', 'validated'], to: 'adopted' },
    supersede: { from: ['adopted'], to: 'superseded' },
    close: { from: ['adopted', 'superseded'], to: 'closed' },
    reopen: { from: ['validated'], to: 'draft' },
  },
  'error.planMove',
);

/** Only such a plan asks for anything: a validated one may still change, a superseded or closed one is over. */
export const PLAN_IN_FORCE: PlanState = 'adopted';
