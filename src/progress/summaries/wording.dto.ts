import { z } from 'zod';
import { optionalText, text } from '../../platform/http/input.js';

const LONG = 5000;
const language = optionalText(5)
  .transform((code) => code ?? 'en')
  .pipe(z.string().regex(/^[a-z]{2,3}$/));

export const wordingInput = z.object({
  /** For whose documents; without it, the first mechanism whose secretariat the caller is. */
  mechanismId: optionalText(36).optional(),
  language,
  text: text(LONG),
});
export type WordingInput = z.output<typeof wordingInput>;

/** A refusal may come with the reporter's own words, which documents may use instead. */
export const refusalInput = z.object({
  language: optionalText(5).optional(),
  text: optionalText(LONG).optional(),
});
export type RefusalInput = z.output<typeof refusalInput>;
