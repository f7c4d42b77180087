import { z } from 'zod';
import { optionalText } from '../platform/http/input.js';

export const searchQuery = z.object({
  /** Words, all of which must be there; those of three letters or more find what begins with them. */
  q: optionalText(200).transform((value) => value ?? ''),
  /** `plan`, `item`, `indicator`, `meeting`, `entry`: only these. */
  kind: optionalText(20),
  cursor: optionalText(100),
});
export type SearchQuery = z.output<typeof searchQuery>;
