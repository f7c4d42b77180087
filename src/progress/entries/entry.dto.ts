import { z } from 'zod';
import {
  choice,
  day,
  listOf,
  optionalText,
  optionalWholeNumber,
  text,
  webAddress,
} from '../../platform/http/input.js';
import { entryContent } from './entry-content.js';
import { RELEASES, VISIBILITIES } from './vocabulary.js';

const endsAfterStart = (entry: { periodStart: string; periodEnd: string }) =>
  entry.periodStart <= entry.periodEnd;
const endIsEarly = { path: ['periodEnd'], message: 'error.endsBeforeStart' };

const entryFields = z.object({
  periodStart: day(),
  periodEnd: day(),
  /** Plan items it speaks about: ids. */
  items: listOf(z.uuid()),
  /** A form's line of further codes in the plan of the first item: "5a, II.3". */
  itemCodes: optionalText(500).optional(),
  content: entryContent,
});

/** For whom one speaks: `secretariat`, `state:KEN`, `partner:Name`. */
const voice = text(130);

export const newEntryInput = entryFields
  .extend({ mechanismId: text(36), as: voice })
  .refine(endsAfterStart, endIsEarly);
export type NewEntryInput = z.output<typeof newEntryInput>;

export const entryChange = entryFields
  .extend({ version: z.coerce.number().int().min(1) })
  .refine(endsAfterStart, endIsEarly);
export type EntryChange = z.output<typeof entryChange>;

/** For which mechanism's secretariat, and which version was read; without them, where one waits. */
export const answerInput = z.object({
  mechanismId: optionalText(36).optional(),
  number: optionalWholeNumber(1, 1_000_000).optional(),
});
export type AnswerInput = z.output<typeof answerInput>;

export const returnInput = answerInput.extend({ comment: text(5000) });

/** In which mechanism; without it, where the entry is reported. */
export const disclosureInput = z.object({
  mechanismId: optionalText(36).optional(),
  visibility: choice(VISIBILITIES),
  release: choice(RELEASES),
});
export type DisclosureInput = z.output<typeof disclosureInput>;

export const evidenceLinkInput = z.object({
  title: text(200),
  url: webAddress(),
});

export const entryFilter = z.object({
  mechanism: optionalText(36).optional(),
  item: z.preprocess((value) => value || undefined, z.uuid().optional()),
  state: optionalText(12).optional(),
  cursor: optionalText(80).optional(),
});
export type EntryFilter = z.output<typeof entryFilter>;
