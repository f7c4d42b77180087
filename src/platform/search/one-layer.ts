import type { Actor } from '../http/actor.js';
import type { Found, SearchSource } from './search-sources.js';
import { indexed, type SearchedField, shown } from './searched-fields.js';

/** Things of which everybody who sees one reads the same. */
export interface OneLayer<T extends { id: string }> extends Pick<
  SearchSource,
  'kind' | 'audiences' | 'next'
> {
  load: (ids: string[]) => Promise<T[]>;
  /** The audiences that may find it; none while nobody may. */
  readers: (thing: T) => string[];
  fields: (thing: T) => SearchedField[];
  /** Those of the things that the actor sees. */
  seen: (actor: Actor, things: T[]) => T[] | Promise<T[]>;
  found: (thing: T) => Pick<Found, 'href' | 'mechanismId' | 'title' | 'detail'> & { lead?: string };
}

export const oneLayer = <T extends { id: string }>(source: OneLayer<T>): SearchSource => ({
  kind: source.kind,
  audiences: source.audiences,
  next: source.next,
  texts: async (ids) =>
    (await source.load(ids)).flatMap((thing) => {
      const audiences = source.readers(thing);
      const text = { kind: source.kind, subjectId: thing.id, layer: '', audiences };
      return audiences.length > 0 ? [{ ...text, ...indexed(source.fields(thing)) }] : [];
    }),
  show: async (actor, hits) => {
    const things = await source.load(hits.map(({ subjectId }) => subjectId));
    const seen = await source.seen(actor, things);
    return new Map(
      seen.map((thing) => [
        thing.id,
        { layer: '', lead: '', ...source.found(thing), texts: shown(source.fields(thing)) },
      ]),
    );
  },
});
