import { z } from 'zod';
import { optionalText, text } from '../platform/http/input.js';

/** `?language=`: the reader's own when left out. One the catalogue lacks is answered in English, and says so. */
export const languageQuery = z.object({ language: optionalText(10).optional() });
export type LanguageQuery = z.output<typeof languageQuery>;

export const catalogueQuery = z.object({ q: text(200), language: optionalText(10).optional() });
export type CatalogueQuery = z.output<typeof catalogueQuery>;
