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
import { type Word } from './words.js';

/** A provision of the catalogue, with the reason why it was found. */
export interface CatalogueMatch extends Provision {
  /** The words of the question, or of the item, that led here, as they stand there. */
  words: string[];
  /** True when they meet none of the provision's own words, only words that this project relates to it. */
  related: boolean;
}

export const BOOST: Record<WordField, number> = { own: 3, label: 3, related: 2, below: 1, above: 0.5 };
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
    found = catalogueIndex().search(query, { ...BY_HAND, ...way });
    if (found.length > 0) break;
  }
  return found.slice(0, limit).map((result) => matchOf(result, words));
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
    const provision = provisionOf(ref);
    return provision ? [{ ...provision, words: [], related: false }] : [];
  });
}

export function matchOf(result: SearchResult, asked: Word[]): CatalogueMatch {
  const stems = new Set(result.queryTerms);
  const words = new Map(asked.filter(({ stem }) => stems.has(stem)).map(({ text, stem }) => [stem, text]));
  const { kind, number, letter, ref } = result as unknown as Provision;
  const related = Object.values(result.match).every((fields) => fields.every((field) => field === 'related'));
  return { kind, number, letter, ref, words: [...words.values()], related };
}
