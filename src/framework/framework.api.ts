import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../platform/http/access.js';
import { type Actor, CurrentActor } from '../platform/http/actor.js';
import { findObjective } from './find-objective.js';
import { CatalogueQuery, LanguageQuery } from './framework.dto.js';
import {
  objectiveDetailResource,
  objectiveResource,
  principleResource,
  roundTableResource,
  thematicSessionResource,
} from './framework.resource.js';
import { objectives } from './objectives.data.js';
import { principles } from './principles.data.js';
import { searchCatalogue } from './search/catalogue-search.js';
import { hitResource } from './search/catalogue-match.resource.js';
import { roundTables } from './round-tables.data.js';
import { thematicSessions } from './thematic-sessions.data.js';

const whole = <T>(items: T[]) => ({ items, nextCursor: null });

/** The Compact as fixed data. A title says its language, and whether English stands in for the one asked for. */
@ApiTags('framework')
@Controller('api/v1/framework')
@Access('anyone')
export class FrameworkApi {
  @Get('objectives')
  objectives(@CurrentActor() actor: Actor, @Query() query: LanguageQuery) {
    return whole(objectives.map((one) => objectiveResource(one, query.language ?? actor.language)));
  }

  @Get('objectives/:number')
  objective(@CurrentActor() actor: Actor, @Param('number') number: string, @Query() query: LanguageQuery) {
    return objectiveDetailResource(findObjective(number), query.language ?? actor.language);
  }

  @Get('principles')
  principles(@CurrentActor() actor: Actor, @Query() query: LanguageQuery) {
    return whole(principles.map((one) => principleResource(one, query.language ?? actor.language)));
  }

  /** Objectives, lettered actions and principles by word in any language of the catalogue; or by number: "9", "9(a)". */
  @Get('search')
  search(@CurrentActor() actor: Actor, @Query() query: CatalogueQuery) {
    return whole(searchCatalogue(query.q).map((hit) => hitResource(hit, query.language ?? actor.language)));
  }

  @Get('round-tables')
  roundTables() {
    return whole(roundTables.map(roundTableResource));
  }

  @Get('thematic-sessions')
  thematicSessions() {
    return whole(thematicSessions.map(thematicSessionResource));
  }
}
