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

/** For so many days after a plan was superseded or closed that can be taken back. */
export const PLAN_BACK_DAYS = 7;

/** Only such a plan asks for anything: a validated one may still change, a superseded or closed one is over. */
export const PLAN_IN_FORCE: PlanState = 'adopted';
