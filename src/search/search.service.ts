import { Injectable } from '@nestjs/common';
import { InvalidError } from '../platform/errors.js';
import type { Actor } from '../platform/http/actor.js';
import { SearchIndex } from '../platform/search/search-index.js';
import type { Where } from '../platform/search/audience-space.js';
import { type Found, SearchSources } from '../platform/search/search-sources.js';
import { type Snippet, snippetOf } from '../platform/search/snippet.js';
import type { SearchHit } from '../platform/search/word-store.js';
import type { SearchQuery } from './search.dto.js';
import { cursorOf, isWhere, type Start, type Step, stepsThrough } from './search-cursor.js';
import { soughtIn, type SoughtText } from './sought.js';

export interface Result extends Found {
  kind: string;
  id: string;
  /** In which way it was found. */
  where: Where;
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

  /** The first few of each kind, kinds without any left out; those with the very code first. */
  async overview(actor: Actor, q: string): Promise<ResultsOfKind[]> {
    const sought = soughtIn(q);
    const groups = await Promise.all(
      this.sources.all().map(async (source) => {
        const found = await this.page(actor, stepsThrough([source]), sought, FIRST);
        return { kind: source.kind, ...found };
      }),
    );
    const isExact = ({ items }: Results) => items[0]?.where === 'code';
    return [...groups.filter(isExact), ...groups.filter((group) => !isExact(group))].filter(
      ({ items }) => items.length > 0,
    );
  }

  /**
   * A page of what was found: exact codes, then kind by kind, of each the titles first, and then the latest. Throws
   * InvalidError for a kind there is none of, and for a cursor that does not stand on something the actor sees.
   */
  async list(actor: Actor, { q, kind, cursor }: SearchQuery): Promise<Results> {
    const all = this.sources.all();
    if (kind !== null && !all.some((source) => source.kind === kind))
      throw InvalidError.field('kind', 'error.choice');
    const start = cursor === null ? null : await this.startOf(actor, cursor);
    const steps = stepsThrough(all.filter((source) => kind === null || source.kind === kind));
    const from = steps.findIndex(
      ({ source, where }) => where === start?.where && source.kind === start.after.kind,
    );
    return this.page(actor, steps.slice(Math.max(0, from)), soughtIn(q), PAGE, from < 0 ? null : start);
  }

  private async page(
    actor: Actor,
    steps: readonly Step[],
    sought: SoughtText,
    limit: number,
    start: Start | null = null,
  ): Promise<Results> {
    const items: Result[] = [];
    for (const [index, step] of steps.entries()) {
      const after = index === 0 ? (start?.after ?? null) : null;
      for await (const result of this.results(actor, step, sought, after, limit + 1 - items.length)) {
        if (items.length === limit) {
          const last = items.at(-1)!;
          return { items, nextCursor: cursorOf(last.where, last) };
        }
        items.push(result);
      }
    }
    return { items, nextCursor: null };
  }

  /** Goes through the hits in their order, and past those that are in another layer than the actor sees. */
  private async *results(
    actor: Actor,
    { source, where }: Step,
    { words, code }: SoughtText,
    begin: SearchHit | null,
    atOnce: number,
  ): AsyncGenerator<Result> {
    const { kind } = source;
    const audiences = await source.audiences(actor);
    let limit = Math.min(atOnce, AT_ONCE);
    let after = begin;
    for (let more = true; more;) {
      const { hits, next } = await this.index.find({ kind, audiences, words, code, where, after, limit });
      const shown = hits.length > 0 ? await source.show(actor, hits) : new Map<string, Found>();
      for (const hit of hits) {
        const found = shown.get(hit.subjectId);
        if (found?.layer !== hit.layer) continue;
        yield { ...found, kind, id: hit.subjectId, where, snippet: snippetOf(found.texts, words) };
      }
      more = next !== null;
      after = next;
      limit = AT_ONCE;
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
