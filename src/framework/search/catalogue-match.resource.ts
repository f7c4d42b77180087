import { objectiveLabel, objectiveTitle, principleName, action } from '../framework.js';
import type { CatalogueText } from '../framework.types.js';
import type { Provision } from './catalogue-index.js';
import type { CatalogueMatch } from './catalogue-search.js';
import type { Suggestions } from './suggest.js';

/** What a provision says in the reader's language; an action only has this project's paraphrase, in English. */
export function wordsOfProvision(
  provision: Provision,
  language: string,
): CatalogueText & { paraphrase: boolean } {
  if (provision.kind === 'principle')
    return { ...principleName(provision.number, language), paraphrase: false };
  if (provision.kind === 'objective')
    return { ...objectiveTitle(provision.number, language), paraphrase: false };
  const { label } = action(provision.ref)!;
  return { text: label, language: 'en', fallback: language !== 'en', paraphrase: true };
}

export function hitResource({ kind, number, ref, words, related }: CatalogueMatch, language: string) {
  const provision = { kind, number, letter: null, ref };
  return {
    kind,
    ref,
    ...(kind !== 'principle' && { objective: number, label: objectiveLabel(number, language) }),
    text: wordsOfProvision(provision, language),
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
