import { z } from 'zod';
import { ITEM_STATUSES } from '../../plans/plan/vocabulary.js';
import { flag, listOf, optionalChoice, optionalText } from '../../platform/http/input.js';
import { challengeCodes, supportKinds } from './vocabulary.data.js';

const LONG = 20_000;

/** The words of an entry. Everything may be left out: a voluntary process has no mandatory fields. */
export const entryContent = z.object({
  /** Language the entry is written in. */
  language: optionalText(5),
  status: optionalChoice(ITEM_STATUSES),
  narrative: optionalText(LONG),
  results: optionalText(LONG),
  challengeCodes: listOf(z.enum(challengeCodes)),
  challenges: optionalText(LONG),
  nextSteps: optionalText(LONG),
  supportKinds: listOf(z.enum(supportKinds)),
  support: optionalText(LONG),
  /** The reporter holds this up as a practice others may learn from. */
  practice: flag(),
});

export type EntryContent = z.output<typeof entryContent>;
