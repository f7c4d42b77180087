import { z } from 'zod';
import { choice, optionalText, optionalWholeNumber, text, version } from '../../platform/http/input.js';
import { LANGUAGES } from '../../platform/i18n/i18n.js';
import { reviewCycles } from '../cycles/review-cycles.data.js';

const cycleIds = reviewCycles.map((cycle) => cycle.id) as [string, ...string[]];

export const openInput = z.object({
  cycleId: choice(cycleIds),
  language: choice(LANGUAGES),
  title: text(300),
});
export type OpenInput = z.output<typeof openInput>;

/** Own words of a section; a blank line parts paragraphs. */
export const sectionInput = z.object({ text: optionalText(60_000), version: version() });
export type SectionInput = z.output<typeof sectionInput>;

/** The version of the text the person was looking at; when it is given, what changed meanwhile is refused. */
export const moveInput = z.object({ version: optionalWholeNumber(1, 1_000_000_000) });
export type MoveInput = z.output<typeof moveInput>;

/** `freeze`: the number of a submitted text. */
export const documentQuery = z.object({ freeze: optionalWholeNumber(1, 10_000) });
export type DocumentQuery = z.output<typeof documentQuery>;
