import type { Actor } from '../../http/actor.js';

/** Somewhere people work: it has sections of its own in the navigation. */
export interface Place {
  id: string;
  name: string;
}

/** How the pages of a place differ from others. */
export interface PlaceLook {
  /** Address of the rules that follow the sheet of the product. */
  style: string | null;
  logo: { src: string; text: string; width: number; height: number } | null;
}

/** A part of a place with a page of its own. */
export interface Section {
  key: string;
  /** Catalogue key. */
  label: string;
  /** Another key for some people. */
  labelFor?: (actor: Actor, placeId: string) => string;
  /** After the address of the place. */
  path: string;
  /** What the addresses of its other pages begin with, at the top (`/items/...`) or in the place (`/mechanisms/x/terms`). */
  nouns: readonly string[];
  /** After "g" it leads here. */
  letter?: string;
  shown: (actor: Actor, placeId: string) => boolean;
}

/** Catalogue key of what a section is called for an actor. */
export const labelOf = ({ label, labelFor }: Section, actor: Actor, placeId: string): string =>
  labelFor?.(actor, placeId) ?? label;

/** What the frame of pages knows of the places of a product. */
export interface Places {
  /** Addresses of places are this and an id. */
  base: string;
  sections: readonly Section[];
}

/** Ids are of one kind only, so that `/mechanisms/new` is no place. */
const ID = /^[a-z][a-z0-9-]*$/;

/** The id of the place whose own page this is; null for other pages. */
export function placeAt({ base }: Places, path: string): string | null {
  if (!path.startsWith(base)) return null;
  const rest = path.slice(base.length);
  return ID.test(rest) ? rest : null;
}

/** The place that a page is in, by its address, else by the crumbs that lead to it; null for a page in none. */
export function placeOf(places: Places, url: string, crumbs: readonly { href: string }[]): string | null {
  const [path] = url.split('?');
  const [own] = path!.startsWith(places.base) ? path!.slice(places.base.length).split('/') : [''];
  if (own && ID.test(own)) return own;
  for (const { href } of crumbs) {
    const id = placeAt(places, href);
    if (id) return id;
  }
  return null;
}

/** The section that an address belongs to: the one with the longest path that it begins with, else by its noun. */
export function sectionAt({ base, sections }: Places, url: string, placeId: string): Section | null {
  const path = url.split('?')[0]!;
  const home = base + placeId;
  const inside = path === home || path.startsWith(`${home}/`);
  if (inside) {
    const rest = path.slice(home.length);
    const at = sections
      .filter((one) => rest === one.path || (one.path !== '' && rest.startsWith(`${one.path}/`)))
      .sort((a, b) => b.path.length - a.path.length)[0];
    if (at) return at;
  }
  const noun = (inside ? path.slice(home.length) : path).split('/')[1];
  return sections.find(({ nouns }) => noun !== undefined && nouns.includes(noun)) ?? null;
}

/** The place on whose section's own page this is; null elsewhere. Counts are shown there. */
export function frontOf(places: Places, url: string): string | null {
  const path = url.split('?')[0]!;
  const id = placeOf(places, url, []);
  if (!id) return null;
  return places.sections.some((section) => path === places.base + id + section.path) ? id : null;
}

/** What the places of an actor are called. Implemented by the feature that knows them. */
export abstract class PlaceNames {
  /** Of the ids that there are; asked on each page, so kept ready. */
  abstract named(ids: readonly string[], language: string): Promise<Place[]>;
  /** Of all that look otherwise, by id; asked on each page, too. */
  abstract looks(language: string): Promise<ReadonlyMap<string, PlaceLook>>;
}
