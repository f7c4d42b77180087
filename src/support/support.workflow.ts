import type { SupportState } from '../practices/vocabulary.js';

const moves: Record<SupportState, readonly SupportState[]> = {
  open: ['talks', 'met', 'closed'],
  talks: ['met', 'closed', 'open'],
  met: ['open'],
  closed: ['open'],
};

/** Where the requester may move a request from a state, in the order a page offers it. */
export const statesAfter = (state: SupportState): readonly SupportState[] => moves[state];

/** Whether a partner may still answer. */
export const isAnswerable = (state: SupportState): boolean => state === 'open' || state === 'talks';
