import { Workflow } from '../platform/workflow.js';
import type { PracticeState } from './vocabulary.js';

export type PracticeMove = 'offer' | 'endReview' | 'share' | 'withdraw' | 'revise';

/**
 * The owner's moves. Nobody's advice is a condition: the owner may end the review when it has heard enough. Sharing
 * again changes with whom.
 */
export const practiceWorkflow = new Workflow<PracticeState, PracticeMove>(
  {
    offer: { from: ['draft'], to: 'offered' },
    endReview: { from: ['offered'], to: 'reviewed' },
    share: { from: ['reviewed', 'shared'], to: 'shared' },
    withdraw: { from: ['offered', 'reviewed', 'shared'], to: 'withdrawn' },
    revise: { from: ['withdrawn'], to: 'draft' },
  },
  'error.practiceMove',
);

/** How a practice stands, for one reader; the text of a standing is `standingKey`'s. */
export type PracticeStanding = PracticeState | 'in-clearance';

/**
 * `keptBack`: its delegation is still clearing what would open it to more people; its owner's to know. What others read
 * already stands as it is read.
 */
export const standingOf = (state: PracticeState, keptBack: boolean): PracticeStanding =>
  keptBack && isEditable(state) ? 'in-clearance' : state;

/** A text in clearance has the same words whatever it is. */
export const standingKey = (standing: PracticeStanding) =>
  standing === 'in-clearance' ? (`entryState.${standing}` as const) : (`practiceState.${standing}` as const);

/** Only in these may the text change: what others read stays as it was when it was opened to them. */
export const isEditable = (state: PracticeState): boolean => state === 'draft' || state === 'reviewed';
