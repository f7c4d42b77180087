import { z } from 'zod';
import { optionalText } from '../../platform/http/input.js';

/** How a form says "of all my mechanisms"; no mechanism has this id. */
export const ALL_MINE = 'all';

/** Which calendar: a mechanism's, by its id; left out, that of all the person's mechanisms. */
export const feedInput = z.object({
  mechanismId: z.preprocess((value) => (value === ALL_MINE ? null : value), optionalText(36)),
});
export type FeedInput = z.output<typeof feedInput>;
