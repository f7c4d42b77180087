import { z } from 'zod';
import { flag, wholeNumber } from '../../platform/http/input.js';

/** An address is typed, shortened, pasted: what is no id or number is as if it were not there. */
const id = () =>
  z
    .uuid()
    .nullish()
    .catch(null)
    .transform((value) => value ?? null);
const place = () => wholeNumber(0, 1_000_000).catch(0);

export const treeQuery = z.object({ under: id(), at: id(), from: place() });
/** Under which item places are offered: left out, around where it stands; empty, at the top. */
export const placeQuery = z.object({
  under: z.preprocess(
    (value) => (value === '' ? null : value),
    z.uuid().nullable().optional().catch(undefined),
  ),
  from: place(),
});
export const branchQuery = z.object({
  under: id(),
  from: z.preprocess((value) => value || null, wholeNumber(1, 1_000_000).nullable()),
  closed: flag(),
});

export const itemsQuery = z.object({
  under: z.union([z.literal('top'), z.uuid()]).optional(),
  /** The cursor of the page before. */
  from: z.preprocess((value) => value || 0, wholeNumber(0, 1_000_000)),
});
