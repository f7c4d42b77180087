import { action, objectiveHref, objectiveLabel, principleName } from '../framework/framework.js';
import type { CatalogueText } from '../framework/framework.types.js';
import type { CatalogueMatch } from '../framework/search/catalogue-search.js';

/** What a part of the Compact is called for one reader. Actions have English paraphrases alone. */
export function provisionLabel({ kind, number, ref }: CatalogueMatch, language: string): CatalogueText {
  if (kind === 'objective') return objectiveLabel(number, language);
  if (kind === 'principle') return principleName(number, language);
  return { text: action(ref)!.label, language: 'en', fallback: language !== 'en' };
}

/** Where the catalogue has it. */
export const provisionAddress = ({ kind, number, letter }: CatalogueMatch): string =>
  kind === 'principle' ? '/framework' : objectiveHref(number, letter);
