import { objectiveLabel, objectiveTitle, principleName, action } from '../framework.js';
import type { CatalogueText } from '../framework.types.js';
import type { Provision } from './catalogue-index.js';
import type { CatalogueMatch } from './catalogue-search.js';
import type { Suggestions } from './suggest.js';

/** What a place says in the reader's language; an action only has this project's paraphrase, in English. */
export function wordsOfProvision(
  place: Provision,
  language: string,
): CatalogueText & { paraphrase: boolean } {
  if (place.kind === 'principle') return { ...principleName(place.number, language), paraphrase: false };
  if (place.kind === 'objective') return { ...objectiveTitle(place.number, language), paraphrase: false };
  const { label } = action(place.ref)!;
  return { text: label, language: 'en', fallback: language !== 'en', paraphrase: true };
}

export function hitResource({ kind, number, ref, words, related }: CatalogueMatch, language: string) {
  const place = { kind, number, letter: null, ref };
  return {
    kind,
    ref,
    ...(kind !== 'principle' && { objective: number, label: objectiveLabel(number, language) }),
    text: wordsOfProvision(place, language),
    reason: { words, related },
  };
}

export const suggestionsResource = ({ objectives, principles }: Suggestions, language: string) => ({
  objectives: objectives.map((one) => ({
    ...hitResource(one, language),
    actions: one.actions.map((action) => hitResource(action, language)),
  })),
  principles: principles.map((one) => hitResource(one, language)),
});
