import type { SearchOptions, SearchResult } from 'minisearch';
import { actionRef } from '../framework.js';
import { objectives } from '../objectives.data.js';
import {
  catalogueIndex,
  type Provision,
  provisionOf,
  tellingWords,
  type WordField,
} from './catalogue-index.js';
import { planWords } from './stop-words.data.js';
import { stemOf, type Word } from './words.js';

/** A place of the catalogue, with the reason why it was found. */
export interface CatalogueMatch extends Provision {
  /** The words of the question, or of the item, that led here, as they stand there. */
  words: string[];
  /** True when they meet none of the place's own words, only words that this project relates to it. */
  related: boolean;
}

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

const BOOST: Record<WordField, number> = { own: 3, label: 3, related: 2, below: 1, above: 0.5 };
const BY_HAND: SearchOptions = {
  boost: BOOST,
  prefix: (stem) => stem.length >= 3,
  weights: { prefix: 0.5, fuzzy: 0.3 },
};
const REFERENCE = /^\s*(\d{1,2})\s*\(?\s*([a-z])?\s*\)?\s*$/i;

/**
 * Objectives, actions and principles by word in any language of the catalogue, the nearest first. Beginnings of words
 * count, and small slips where nothing else is found. "9" finds objective 9 and its actions, "9a" or "9(a)" the action. Empty text finds nothing.
 */
export function searchCatalogue(query: string, limit = 30): CatalogueMatch[] {
  const [, number, letter] = REFERENCE.exec(query) ?? [];
  if (number) return byReference(Number(number), letter?.toLowerCase());
  const words = tellingWords(query);
  const ways: SearchOptions[] = [
    { combineWith: 'AND' },
    {},
    // Slips of the keyboard last: "traite" is one letter from "train".
    { fuzzy: (stem) => (stem.length >= 5 ? 0.2 : false) },
  ];
  let found: SearchResult[] = [];
  for (const way of ways) {
    found = catalogueIndex.search(query, { ...BY_HAND, ...way });
    if (found.length > 0) break;
  }
  return found.slice(0, limit).map((result) => hitOf(result, words));
}

function byReference(number: number, letter: string | undefined): CatalogueMatch[] {
  const refs = letter
    ? [actionRef(number, letter)]
    : [
        String(number),
        ...(objectives.find((one) => one.number === number)?.actions ?? []).map((one) =>
          actionRef(number, one.letter),
        ),
      ];
  return refs.flatMap((ref) => {
    const place = provisionOf(ref);
    return place ? [{ ...place, words: [], related: false }] : [];
  });
}

const planStems = new Set(planWords.map(stemOf));
/** A word of the title says more of an item than one of its description. */
const TITLE_WEIGHT = 2;
/** Beside the nearest objective, one with less than this part of its score is left out. */
const NEAR = 0.05;
const MOST_ACTIONS = 3;
const MOST_PRINCIPLES = 2;

/**
 * What an item may be mapped to, by the words it shares with the catalogue, the nearest first. It only proposes: words
 * in common are no proof, and an item about the mechanism itself may well be left without any.
 */
export function suggest({ titles, descriptions }: ItemWords, limit = 5): Suggestions {
  const title = specificWords(titles);
  const words = [...title, ...specificWords(descriptions)];
  const titleStems = new Set(title.map(({ stem }) => stem));
  const search = (fields: WordField[] | undefined, filter: (result: Provision) => boolean) =>
    catalogueIndex.search([...new Set(words.map(({ stem }) => stem))].join(' '), {
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
      ...hitOf(result, words),
      actions: actions
        .filter(({ number }) => number === result.number)
        .slice(0, MOST_ACTIONS)
        .map((action) => hitOf(action, words)),
    })),
    principles: search(['own', 'related'], ({ kind }) => kind === 'principle')
      .slice(0, MOST_PRINCIPLES)
      .map((result) => hitOf(result, words)),
  };
}

const specificWords = (texts: readonly string[]) =>
  texts.flatMap(tellingWords).filter(({ stem }) => !planStems.has(stem));

const near = (results: SearchResult[]) => results.filter(({ score }) => score >= results[0]!.score * NEAR);

function hitOf(result: SearchResult, asked: Word[]): CatalogueMatch {
  const stems = new Set(result.queryTerms);
  const words = new Map(asked.filter(({ stem }) => stems.has(stem)).map(({ text, stem }) => [stem, text]));
  const { kind, number, letter, ref } = result as unknown as Provision;
  const related = Object.values(result.match).every((fields) => fields.every((field) => field === 'related'));
  return { kind, number, letter, ref, words: [...words.values()], related };
}
