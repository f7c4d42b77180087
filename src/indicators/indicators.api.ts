import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  Query,
  StreamableFile,
} from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Access } from '../platform/http/access.js';
import { type Actor, CurrentActor } from '../platform/http/actor.js';
import { changed } from '../platform/http/conflict.js';
import {
  type CorrectionInput,
  correctionInput,
  indicatorChange,
  type IndicatorInput,
  indicatorInput,
  type ReadingInput,
  readingInput,
  readingsInput,
  readingsQuery,
  withdrawalInput,
} from './indicator.dto.js';
import { indicatorResource, readingResource } from './indicator.resource.js';
import { IndicatorsService } from './indicators.service.js';
import { csvFile } from './readings-csv.js';
import { ReadingsService } from './readings.service.js';

@ApiTags('indicators')
@ApiBearerAuth()
@Controller('api/v1')
export class IndicatorsApi {
  constructor(
    private readonly indicators: IndicatorsService,
    private readonly readings: ReadingsService,
  ) {}

  @Get('items/:id/indicators')
  @Access('anyone')
  async list(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string) {
    const indicators = await this.indicators.list(actor, id);
    return { items: indicators.map(indicatorResource), nextCursor: null };
  }

  @Post('items/:id/indicators')
  @Access('plans.edit')
  async add(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: indicatorInput }) input: IndicatorInput,
  ) {
    return indicatorResource(await this.indicators.add(actor, id, input));
  }

  @Get('indicators/:id')
  @Access('anyone')
  async show(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return indicatorResource(await this.indicators.find(actor, id));
  }

  @Patch('indicators/:id')
  @Access('plans.edit')
  async update(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: indicatorChange }) input: z.output<typeof indicatorChange>,
  ) {
    return changed(this.indicators.update(actor, id, input), () => this.show(actor, id));
  }

  @Delete('indicators/:id')
  @Access('plans.edit')
  @HttpCode(204)
  async remove(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string) {
    await this.indicators.remove(actor, id);
  }

  /** With `superseded=true` those that were corrected or taken back too, for the mechanism's people. */
  @Get('indicators/:id/readings')
  @Access('anyone')
  async listReadings(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query({ schema: readingsQuery }) { superseded }: z.output<typeof readingsQuery>,
  ) {
    const standing = await this.readings.list(actor, id);
    const old = superseded ? await this.readings.superseded(actor, id) : [];
    return { items: [...standing, ...old].map(readingResource), nextCursor: null };
  }

  @Post('indicators/:id/readings')
  @Access('plans.edit')
  async addReading(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: readingInput }) input: ReadingInput,
  ) {
    return readingResource(await this.readings.add(actor, id, input));
  }

  /** Several readings, all or none. */
  @Post('indicators/:id/readings/batch')
  @Access('plans.edit')
  async addReadings(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: readingsInput }) { readings }: z.output<typeof readingsInput>,
  ) {
    const made = await this.readings.addAll(actor, id, readings);
    return { items: made.map(readingResource), nextCursor: null };
  }

  @Get('indicators/:id/readings.csv')
  @Access('anyone')
  async csv(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query({ schema: readingsQuery }) { superseded }: z.output<typeof readingsQuery>,
  ): Promise<StreamableFile> {
    const standing = await this.readings.list(actor, id);
    return csvFile(superseded ? [...standing, ...(await this.readings.superseded(actor, id))] : standing);
  }

  /** Puts a reading in the place of this one, which stays, superseded. */
  @Post('readings/:id/correction')
  @Access('plans.edit')
  async correct(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: correctionInput }) input: CorrectionInput,
  ) {
    return readingResource(await this.readings.correct(actor, id, input));
  }

  @Post('readings/:id/withdrawal')
  @Access('plans.edit')
  @HttpCode(204)
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: withdrawalInput }) { reason }: z.output<typeof withdrawalInput>,
  ) {
    await this.readings.withdraw(actor, id, reason);
  }
}
