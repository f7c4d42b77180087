import { z } from 'zod';
import { day, listOf, optionalDay, optionalText, text } from '../../platform/http/input.js';
import { optionalLocalizedText } from '../../platform/http/localized.js';
import { lines } from '../../platform/i18n/typed-lines.js';

const optionalId = z.preprocess((value) => value || null, z.uuid().nullable());

export const carryOverInput = z.object({
  /** Items of other plans of the mechanism; each comes with everything below it. */
  items: listOf(z.uuid()).refine((items) => items.length > 0, { message: 'error.chooseItems' }),
  /** The item of this plan they come to stand under; null for the top. */
  parentId: optionalId,
});
export type CarryOverInput = z.output<typeof carryOverInput>;

export const priorityInput = z
  .object({
    items: listOf(z.uuid()),
    /** A form's lines: codes of items. */
    codes: optionalText(20_000)
      .optional()
      .transform((value) => lines(value ?? null)),
    /** Who sets it, as it is to be read: "Chair: Morocco". */
    setBy: text(300),
    from: day(),
    until: optionalDay(),
    note: optionalLocalizedText(5000),
  })
  .refine(({ from, until }) => !until || from <= until, {
    path: ['until'],
    message: 'error.endsBeforeStart',
  });
export type PriorityInput = z.output<typeof priorityInput>;

export const priorityEndInput = z.object({ until: day() });

/** An id in an address; anything else is as if it were not there. */
const idInAddress = z.uuid().nullable().catch(null).default(null);

export const itemQuery = z.object({ item: idInAddress });
export type ItemQuery = z.output<typeof itemQuery>;

export const carryQuery = z.object({
  /** The plan to carry items over from. */
  from: idInAddress,
  /** The item of that plan whose children are offered; null for the top. */
  under: idInAddress,
  /** The item of this plan they come to stand under. */
  into: idInAddress,
  /** Place of the first one offered. */
  start: z.coerce.number().int().min(0).max(100_000).catch(0).default(0),
});
export type CarryQuery = z.output<typeof carryQuery>;
