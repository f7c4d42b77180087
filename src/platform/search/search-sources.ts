import { Injectable } from '@nestjs/common';
import { type EntityManager, type EntityTarget, MoreThan } from 'typeorm';
import type { Actor } from '../http/actor.js';
import type { Translate } from '../i18n/i18n.js';
import type { Localized } from '../i18n/localized.js';
import type { SearchText } from './index-row.js';
import type { SearchableText } from './snippet.js';
import type { SearchHit } from './word-store.js';

/** A thing that was found, as its reader may see it. */
export interface Found {
  /** What of it the reader sees; it counts only when it was found there. */
  layer: string;
  href: string;
  mechanismId: string;
  /** A code or the like, before the title. */
  lead: string;
  /** A name is in no language. */
  title: Localized | string;
  /** What else tells it from others of its kind. */
  detail: (t: Translate, language: string) => string | null;
  /** Of the layer the reader sees; what is shown of it is cut out of these. */
  texts: SearchableText[];
}

/** A kind of thing that can be found. The feature it belongs to says who may find it by what, and shows it. */
export interface SearchSource {
  /** `plan`; its name is the text `searchKind.plan`. */
  kind: string;
  audiences: (actor: Actor) => string[] | Promise<string[]>;
  /** Ids of the next things in the order of ids: to fill the index again. */
  next: (after: string, most: number) => Promise<string[]>;
  /** All that these things are found by; none for one that is not there. */
  texts: (subjectIds: string[]) => Promise<SearchText[]>;
  /** By id, those of the hits that the actor may see. */
  show: (actor: Actor, hits: readonly SearchHit[]) => Promise<Map<string, Found>>;
}

/** What can be found, in the order in which it is shown. Features add their own at start. */
@Injectable()
export class SearchSources {
  private readonly sources: { order: number; source: SearchSource }[] = [];

  add(order: number, source: SearchSource): void {
    this.sources.push({ order, source });
    this.sources.sort((a, b) => a.order - b.order);
  }

  all(): SearchSource[] {
    return this.sources.map(({ source }) => source);
  }

  of(kind: string): SearchSource {
    const source = this.all().find((one) => one.kind === kind);
    if (!source) throw new Error(`nothing of the kind ${kind} can be found`);
    return source;
  }
}

/** Ids of the next rows of a table in the order of ids. */
export async function nextIds(
  manager: EntityManager,
  entity: EntityTarget<{ id: string }>,
  after: string,
  take: number,
): Promise<string[]> {
  const found = await manager.find(entity, {
    where: { id: MoreThan(after) },
    select: { id: true },
    order: { id: 'ASC' },
    take,
  });
  return found.map(({ id }) => id);
}
