import { z } from 'zod';
import {
  choice,
  flag,
  optionalChoice,
  optionalDay,
  optionalText,
  text,
  version,
} from '../platform/http/input.js';
import { LANGUAGE_NAMES } from '../platform/i18n/i18n.js';
import { supportKinds } from '../progress/entries/vocabulary.data.js';
import { objectiveNumbers } from '../practices/practice.dto.js';
import { SUPPORT_STATES } from '../practices/vocabulary.js';

const fields = z.object({
  kind: choice(supportKinds),
  title: text(200),
  language: choice(Object.keys(LANGUAGE_NAMES) as [string, ...string[]]),
  text: optionalText(10_000),
  objectives: objectiveNumbers,
  periodStart: optionalDay(),
  periodEnd: optionalDay(),
  contact: optionalText(500),
});

const endsAfterStart = ({ periodStart, periodEnd }: z.output<typeof fields>) =>
  !periodStart || !periodEnd || periodStart <= periodEnd;
const endIsEarly = { path: ['periodEnd'], message: 'error.endsBeforeStart' };

export const supportInput = fields
  .extend({
    /** Code of the State one asks for. */
    requester: text(3),
    /** The entry it is made from, one's own. */
    entryId: z.preprocess((value) => value || null, z.uuid().nullable()),
  })
  .refine(endsAfterStart, endIsEarly);
export type SupportInput = z.output<typeof supportInput>;

export const supportChange = fields.extend({ version: version() }).refine(endsAfterStart, endIsEarly);
export type SupportChange = z.output<typeof supportChange>;

export const supportReleaseInput = z.object({
  toSecretariat: flag(),
  toPartners: flag(),
  toMembers: flag(),
  offersToSecretariat: flag(),
});
export type SupportRelease = z.output<typeof supportReleaseInput>;

export const supportMoveInput = z.object({ state: choice(SUPPORT_STATES) });

export const supportOfferInput = z.object({
  /** Name of the partner one answers for; without it, the one the actor has in the mechanism. */
  partner: optionalText(120).optional(),
  text: text(10_000),
  contact: optionalText(500),
});
export type SupportOfferInput = z.output<typeof supportOfferInput>;

export const supportFilter = z.object({
  kind: optionalChoice(supportKinds),
  objective: z.preprocess((value) => value || undefined, z.coerce.number().int().optional()),
  cursor: optionalText(36),
});
export type SupportFilter = z.output<typeof supportFilter>;
