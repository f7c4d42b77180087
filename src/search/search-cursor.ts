import { type Where, WHERES } from '../platform/search/audience-space.js';
import type { SearchSource } from '../platform/search/search-sources.js';
import type { SearchHit } from '../platform/search/word-store.js';

/** A kind of things, and where in them is looked for the words. */
export interface Step {
  source: SearchSource;
  where: Where;
}

/** Exact codes of every kind come first; then kind by kind, titles before other text. */
export const stepsThrough = (sources: readonly SearchSource[]): Step[] => [
  ...sources.map((source): Step => ({ source, where: 'code' })),
  ...sources.flatMap((source): Step[] => [
    { source, where: 'title' },
    { source, where: 'text' },
  ]),
];

/** Where to go on: after a hit, in one of the ways it can be found. */
export interface Start {
  where: Where;
  after: SearchHit;
}

export const isWhere = (value: string | undefined): value is Where => WHERES.some((where) => where === value);
export const cursorOf = (where: Where, { kind, layer, id }: Record<'kind' | 'layer' | 'id', string>) =>
  [where, kind, layer, id].join('.');
