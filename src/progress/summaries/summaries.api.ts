import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { summaryResource } from './summary.resource.js';
import { RefusalInput, SummaryInput } from './summary.dto.js';
import { SummariesService } from './summaries.service.js';
import { SummaryQueryService } from './summary-query.service.js';

/** Summaries of an entry for documents: suggested by the secretariat, decided by the reporter. */
@ApiTags('progress')
@ApiBearerAuth()
@Controller('api/v1/progress/:id/wordings')
@Access('progress.write')
export class SummariesApi {
  constructor(
    private readonly summaries: SummariesService,
    private readonly summaryQuery: SummaryQueryService,
  ) {}

  @Get()
  async list(@CurrentActor() actor: Actor, @PathId() id: string) {
    return { items: (await this.summaryQuery.list(actor, id)).map(summaryResource), nextCursor: null };
  }

  @Post()
  @Access('progress.accept')
  async suggest(@CurrentActor() actor: Actor, @PathId() id: string, @Body() input: SummaryInput) {
    return summaryResource(await this.summaries.suggest(actor, id, input));
  }

  @Post(':wordingId/approval')
  @HttpCode(200)
  async approve(@CurrentActor() actor: Actor, @PathId() id: string, @PathId('wordingId') wordingId: string) {
    return summaryResource(await this.summaries.approve(actor, id, wordingId));
  }

  @Post(':wordingId/refusal')
  @HttpCode(200)
  async decline(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @PathId('wordingId') wordingId: string,
    @Body() input: RefusalInput,
  ) {
    return summaryResource(await this.summaries.decline(actor, id, wordingId, input));
  }
}
