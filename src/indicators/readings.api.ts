import { Body, Controller, Get, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Access } from '../platform/http/access.js';
import { type Actor, CurrentActor } from '../platform/http/actor.js';
import { PathId } from '../platform/http/path-id.js';
import { readingResource } from './indicator.resource.js';
import {
  CorrectionInput,
  ReadingInput,
  ReadingsInput,
  ReadingsQuery,
  WithdrawalInput,
} from './reading.dto.js';
import { csvFile } from './readings-csv.js';
import { ReadingsQueryService } from './readings-query.service.js';
import { ReadingsService } from './readings.service.js';

@ApiTags('indicators')
@ApiBearerAuth()
@Controller('api/v1')
export class ReadingsApi {
  constructor(
    private readonly readings: ReadingsService,
    private readonly queries: ReadingsQueryService,
  ) {}

  /** With `superseded=true` those that were corrected or taken back too, for the mechanism's people. */
  @Get('indicators/:id/readings')
  @Access('anyone')
  async listReadings(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Query() { superseded }: ReadingsQuery,
  ) {
    const standing = await this.queries.list(actor, id);
    const old = superseded ? await this.queries.superseded(actor, id) : [];
    return { items: [...standing, ...old].map(readingResource), nextCursor: null };
  }

  @Post('indicators/:id/readings')
  @Access('plans.edit')
  async addReading(@CurrentActor() actor: Actor, @PathId() id: string, @Body() input: ReadingInput) {
    return readingResource(await this.readings.add(actor, id, input));
  }

  /** Several readings, all or none. */
  @Post('indicators/:id/readings/batch')
  @Access('plans.edit')
  async addReadings(@CurrentActor() actor: Actor, @PathId() id: string, @Body() { readings }: ReadingsInput) {
    const made = await this.readings.addAll(actor, id, readings);
    return { items: made.map(readingResource), nextCursor: null };
  }

  @Get('indicators/:id/readings.csv')
  @Access('anyone')
  async csv(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Query() { superseded }: ReadingsQuery,
  ): Promise<StreamableFile> {
    const standing = await this.queries.list(actor, id);
    return csvFile(superseded ? [...standing, ...(await this.queries.superseded(actor, id))] : standing);
  }

  /** Puts a reading in the place of this one, which stays, superseded. */
  @Post('readings/:id/correction')
  @Access('plans.edit')
  async correct(@CurrentActor() actor: Actor, @PathId() id: string, @Body() input: CorrectionInput) {
    return readingResource(await this.readings.correct(actor, id, input));
  }

  @Post('readings/:id/withdrawal')
  @Access('plans.edit')
  @HttpCode(204)
  async withdraw(@CurrentActor() actor: Actor, @PathId() id: string, @Body() { reason }: WithdrawalInput) {
    await this.readings.withdraw(actor, id, reason);
  }
}
