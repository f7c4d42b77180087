import type { ReviewCycle } from './review-cycles.js';

/** A cycle with its milestones. `version` is that of all of it; `own` is what an administrator added. */
export const cycleResource = (cycle: ReviewCycle): ReviewCycle => cycle;
