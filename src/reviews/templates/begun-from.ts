import type { ReviewCycle } from '../cycles/review-cycles.js';

/** The template of a document that was asked for by its cycle alone. */
export const templateOfCycle = ({ kind }: Pick<ReviewCycle, 'kind'>): string =>
  kind === 'imrf' ? 'forum-contribution' : 'regional-contribution';
