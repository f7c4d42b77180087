import type { Where } from '../platform/search/audience-space.js';
import type { SearchHit } from '../platform/search/word-store.js';

export const WHERES: readonly Where[] = ['title', 'text'];

/** Where to go on: after a hit, in one of the two ways it can be found. */
export interface Start {
  where: Where;
  after: SearchHit | null;
}
export const BEGINNING: Start = { where: 'title', after: null };

export const isWhere = (value: string | undefined): value is Where => WHERES.some((where) => where === value);
export const cursorOf = (where: Where, { kind, layer, id }: Record<'kind' | 'layer' | 'id', string>) =>
  [where, kind, layer, id].join('.');
