import { z } from 'zod';
import { listOf, optionalText, text } from '../../platform/http/input.js';
import { localPath } from '../../platform/http/local-path.js';
import { USES } from '../release/release-uses.js';

/** Items of another mechanism's plan an entry is linked to, and what may be done with it there: asked anew for each. */
export const linkInput = z.object({
  items: listOf(z.uuid()),
  /** A form's line of codes in one of the mechanism's plans. */
  itemCodes: optionalText(500).optional(),
  plan: z.preprocess((value) => value || undefined, z.uuid().optional()),
  /** What is allowed there; nothing of it when left out. */
  uses: listOf(z.enum(USES)),
});
export type LinkInput = z.output<typeof linkInput>;

/** Where to lead back to; what is no page here is left out. */
const back = optionalText(300)
  .transform((path) => localPath(path) ?? undefined)
  .optional();

/** The same from a form, which names the mechanism in a field. */
export const linkForm = linkInput.extend({ mechanismId: text(36), back });

export const unlinkInput = z.object({ mechanismId: text(36) });

/** What a link is asked for: an item, or a mechanism whose items are still to be chosen. */
export const linkQuery = z.object({
  item: z.preprocess((value) => value || undefined, z.uuid().optional()),
  mechanism: optionalText(36).optional(),
  back,
});

/** What a reporter allows in a mechanism, as a form asks it. */
export const usesInput = z.object({ mechanismId: text(36), uses: listOf(z.enum(USES)) });

export const offersQuery = z.object({
  /** For whom one speaks: `state:KEN`, `partner:Name`; without it, the first the caller speaks for. */
  as: optionalText(130).optional(),
});
