import type { SearchResult } from 'minisearch';
import { catalogueIndex, type Provision, tellingWords, type WordField } from './catalogue-index.js';
import { BOOST, type CatalogueMatch, matchOf } from './catalogue-search.js';
import { planWords } from './stop-words.data.js';
import { stemOf } from './words.js';

/** An objective that an item may serve, with those of its actions that share words with the item. */
export interface Suggestion extends CatalogueMatch {
  actions: CatalogueMatch[];
}

export interface Suggestions {
  objectives: Suggestion[];
  principles: CatalogueMatch[];
}

/** What an item says, in all its languages. */
export interface ItemWords {
  titles: readonly string[];
  descriptions: readonly string[];
}

const planStems = new Set(planWords.map(stemOf));
/** A word of the title says more of an item than one of its description. */
const TITLE_WEIGHT = 2;
/** Beside the nearest objective, one with less than this part of its score is left out. */
const NEAR = 0.05;
const MOST_ACTIONS = 3;
const MOST_PRINCIPLES = 2;

const specificWords = (texts: readonly string[]) =>
  texts.flatMap(tellingWords).filter(({ stem }) => !planStems.has(stem));

/**
 * What an item may be mapped to, by the words it shares with the catalogue, the nearest first. It only proposes: words
 * in common are no proof, and an item about the mechanism itself may well be left without any.
 */
export function suggest({ titles, descriptions }: ItemWords, limit = 5): Suggestions {
  const title = specificWords(titles);
  const words = [...title, ...specificWords(descriptions)];
  const titleStems = new Set(title.map(({ stem }) => stem));
  const search = (fields: WordField[] | undefined, filter: (result: Provision) => boolean) =>
    catalogueIndex().search([...new Set(words.map(({ stem }) => stem))].join(' '), {
      // The words are stems already, and a stem of a stem is another word.
      tokenize: (stems) => stems.split(' ').filter(Boolean),
      boost: BOOST,
      boostTerm: (stem) => (titleStems.has(stem) ? TITLE_WEIGHT : 1),
      ...(fields && { fields }),
      filter: (result) => filter(result as unknown as Provision),
    });
  const nearest = near(search(undefined, ({ kind }) => kind === 'objective')).slice(0, limit);
  const actions = search(['own'], ({ kind }) => kind === 'action');
  return {
    objectives: nearest.map((result) => ({
      ...matchOf(result, words),
      actions: actions
        .filter(({ number }) => number === result.number)
        .slice(0, MOST_ACTIONS)
        .map((action) => matchOf(action, words)),
    })),
    principles: search(['own', 'related'], ({ kind }) => kind === 'principle')
      .slice(0, MOST_PRINCIPLES)
      .map((result) => matchOf(result, words)),
  };
}

const near = (results: SearchResult[]) => results.filter(({ score }) => score >= results[0]!.score * NEAR);
