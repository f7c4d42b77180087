import { Workflow } from '../platform/workflow.js';

/**
 * `waiting` at a step; `returned` by a step's owner, with a reason; `stopped`: taken back, or the text was changed;
 * `cleared` by the last step, in the instant before submission; `done`: submitted.
 */
export const CLEARANCE_STATES = ['waiting', 'returned', 'stopped', 'cleared', 'done'] as const;
export type ClearanceState = (typeof CLEARANCE_STATES)[number];

export const CLEARANCE_ACTS = ['start', 'pass', 'return', 'move-on', 'stop', 'change', 'submit'] as const;
export type ClearanceAct = (typeof CLEARANCE_ACTS)[number];

/** `next`: to the next step, or past the last one to `cleared`. */
export const clearanceWorkflow = new Workflow<ClearanceState, ClearanceAct, ClearanceState | 'next'>(
  {
    start: { from: ['returned', 'stopped', 'done'], to: 'next' },
    pass: { from: ['waiting'], to: 'next' },
    'move-on': { from: ['waiting'], to: 'next' },
    return: { from: ['waiting'], to: 'returned' },
    stop: { from: ['waiting'], to: 'stopped' },
    change: { from: ['waiting'], to: 'stopped' },
    submit: { from: ['cleared'], to: 'done' },
  },
  'error.clearance.move',
);

/** Where an act leads. `stepsLeft`: how many steps are still to be passed after it. Throws ConflictError. */
export function afterAct(state: ClearanceState, act: ClearanceAct, stepsLeft: number): ClearanceState {
  const to = clearanceWorkflow.move(state, act);
  if (to !== 'next') return to;
  return stepsLeft > 0 ? 'waiting' : 'cleared';
}

/**
 * The index of the step that is to be asked, from `from` on: who hands a text on has passed the steps that follow and
 * are their own. `accountId` null: nobody who can own a step. Answers the number of steps when none is left.
 */
export function nextStep(
  steps: readonly { accountId: string }[],
  from: number,
  accountId: string | null,
): number {
  let at = from;
  while (at < steps.length && accountId !== null && steps[at]!.accountId === accountId) at += 1;
  return at;
}
