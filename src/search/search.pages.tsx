import { shortNameIn } from '../mechanisms/mechanism/mechanism-name.js';
import { Controller, Get, Query } from '@nestjs/common';
import { MechanismsService } from '../mechanisms/mechanism/mechanisms.service.js';
import { Access } from '../platform/http/access.js';
import { type Actor, CurrentActor } from '../platform/http/actor.js';
import { page } from '../platform/web/page.js';
import { SearchQuery } from './search.dto.js';
import { type ResultsOfKind, SearchService } from './search.service.js';
import { SearchPage } from './views/search.js';

@Controller('search')
export class SearchPages {
  constructor(
    private readonly search: SearchService,
    private readonly mechanisms: MechanismsService,
  ) {}

  /** The first few of each kind; with a kind, all of it. */
  @Get()
  @Access('signed-in')
  async find(@CurrentActor() actor: Actor, @Query() query: SearchQuery) {
    const groups = query.kind
      ? [{ kind: query.kind, ...(await this.search.list(actor, query)) }]
      : await this.search.overview(actor, query.q);
    return page(
      <SearchPage query={query} groups={groups} mechanisms={await this.names(groups, actor.language)} />,
    );
  }

  private async names(groups: ResultsOfKind[], language: string): Promise<Map<string, string>> {
    const ids = new Set(groups.flatMap(({ items }) => items.map(({ mechanismId }) => mechanismId)));
    const mechanisms = ids.size > 0 ? await this.mechanisms.list([...ids]) : [];
    return new Map(mechanisms.map((one) => [one.id, shortNameIn(one, language)]));
  }
}
