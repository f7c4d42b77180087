import { z } from 'zod';
import { optionalText, text } from '../platform/http/input.js';

/** Sorting by a reader's alphabet throws for what is no language tag. */
const language = optionalText(10)
  .refine((tag) => tag === null || isTag(tag), { message: 'error.language' })
  .optional();

/** `?language=`: the reader's own when left out. One the catalogue lacks is answered in English, and says so. */
export const languageQuery = z.object({ language });
export type LanguageQuery = z.output<typeof languageQuery>;

export const catalogueQuery = z.object({ q: text(200), language });
export type CatalogueQuery = z.output<typeof catalogueQuery>;

function isTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
