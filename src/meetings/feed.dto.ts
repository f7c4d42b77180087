import { z } from 'zod';
import { optionalText } from '../platform/http/input.js';

/** Which calendar: a mechanism's, by its id; left out, that of all the person's mechanisms. */
export const feedInput = z.object({ mechanismId: optionalText(36) });
export type FeedInput = z.output<typeof feedInput>;
