import { Injectable } from '@nestjs/common';
import { InvalidError } from '../platform/errors.js';
import type { Actor } from '../platform/http/actor.js';
import { SearchIndex } from '../platform/search/search-index.js';
import type { Where } from '../platform/search/audience-space.js';
import { type Found, type SearchSource, SearchSources } from '../platform/search/search-sources.js';
import { type Snippet, snippetOf, type SoughtWord } from '../platform/search/snippet.js';
import type { SearchQuery } from './search.dto.js';
import { BEGINNING, cursorOf, isWhere, type Start, WHERES } from './search-cursor.js';
import { soughtWords } from './sought.js';

export interface Result extends Found {
  kind: string;
  id: string;
  /** Cut out of what the reader sees; null when only a name or a code fits. */
  snippet: Snippet | null;
}

export interface Results {
  items: Result[];
  nextCursor: string | null;
}

/** The first results of one kind. */
export interface ResultsOfKind extends Results {
  kind: string;
}

const PAGE = 20;
const FIRST = 5;
const AT_ONCE = 50;

/** Finds anything a person may see. What they may not changes nothing in the answer. */
@Injectable()
export class SearchService {
  constructor(
    private readonly index: SearchIndex,
    private readonly sources: SearchSources,
  ) {}

  get kinds(): string[] {
    return this.sources.all().map(({ kind }) => kind);
  }

  /** The first few of each kind, kinds without any left out. */
  async overview(actor: Actor, q: string): Promise<ResultsOfKind[]> {
    const words = soughtWords(q);
    const groups = await Promise.all(
      this.sources.all().map(async (source) => ({
        kind: source.kind,
        ...(await this.page(actor, source, words, BEGINNING, FIRST)),
      })),
    );
    return groups.filter(({ items }) => items.length > 0);
  }

  /**
   * A page of what was found, kind by kind; of each the titles first, and then the latest. Throws InvalidError for a
   * kind there is none of, and for a cursor that does not stand on something the actor sees.
   */
  async list(actor: Actor, { q, kind, cursor }: SearchQuery): Promise<Results> {
    const words = soughtWords(q);
    const all = this.sources.all();
    if (kind !== null && !all.some((source) => source.kind === kind))
      throw InvalidError.field('kind', 'error.choice');
    const start = cursor === null ? null : await this.startOf(actor, cursor);
    const from = all.findIndex((source) => source.kind === (start?.after?.kind ?? kind ?? all[0]?.kind));
    const items: Result[] = [];
    for (const [index, source] of all.slice(from).entries()) {
      if (kind !== null && source.kind !== kind) break;
      const begin = index === 0 && start ? start : BEGINNING;
      const found = await this.page(actor, source, words, begin, PAGE - items.length);
      items.push(...found.items);
      if (found.nextCursor) return { items, nextCursor: found.nextCursor };
      if (items.length === PAGE) {
        const more = kind === null && (await this.anyAfter(actor, all.slice(from + index + 1), words));
        return { items, nextCursor: more ? cursorOf('text', items.at(-1)!) : null };
      }
    }
    return { items, nextCursor: null };
  }

  private async anyAfter(actor: Actor, sources: SearchSource[], words: SoughtWord[]): Promise<boolean> {
    for (const source of sources) {
      const { items } = await this.page(actor, source, words, BEGINNING, 1);
      if (items.length > 0) return true;
    }
    return false;
  }

  private async page(
    actor: Actor,
    source: SearchSource,
    words: SoughtWord[],
    start: Start,
    limit: number,
  ): Promise<Results> {
    const items: Result[] = [];
    let last: string | null = null;
    for await (const { where, result } of this.results(actor, source, words, start, limit + 1)) {
      if (items.length === limit) return { items, nextCursor: last };
      items.push(result);
      last = cursorOf(where, result);
    }
    return { items, nextCursor: null };
  }

  /** Goes through the hits in their order, and past those that are in another layer than the actor sees. */
  private async *results(
    actor: Actor,
    source: SearchSource,
    words: SoughtWord[],
    start: Start,
    atOnce: number,
  ): AsyncGenerator<{ where: Where; result: Result }> {
    const { kind } = source;
    const audiences = source.audiences(actor);
    let limit = Math.min(atOnce, AT_ONCE);
    for (const where of WHERES.slice(WHERES.indexOf(start.where))) {
      let after = where === start.where ? start.after : null;
      for (let more = true; more;) {
        const { hits, next } = await this.index.find({ kind, audiences, words, where, after, limit });
        const shown = hits.length > 0 ? await source.show(actor, hits) : new Map<string, Found>();
        for (const hit of hits) {
          const found = shown.get(hit.subjectId);
          if (found?.layer !== hit.layer) continue;
          yield {
            where,
            result: { ...found, kind, id: hit.subjectId, snippet: snippetOf(found.texts, words) },
          };
        }
        more = next !== null;
        after = next;
        limit = AT_ONCE;
      }
    }
  }

  private async startOf(actor: Actor, cursor: string): Promise<Start> {
    const [where, kind, layer = '', subjectId = ''] = cursor.split('.');
    const source = this.sources.all().find((one) => one.kind === kind);
    const after = { kind: kind ?? '', subjectId, layer };
    const found = UUID.test(subjectId) && (await source?.show(actor, [after]))?.get(subjectId);
    // A cursor of something out of sight would tell where it stands among what is in sight.
    if (!found || found.layer !== layer || !isWhere(where))
      throw InvalidError.field('cursor', 'error.format');
    return { where, after };
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
