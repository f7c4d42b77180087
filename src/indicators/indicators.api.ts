import { Body, Controller, Delete, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Access } from '../platform/http/access.js';
import { type Actor, CurrentActor } from '../platform/http/actor.js';
import { PathId } from '../platform/http/path-id.js';
import { changed } from '../platform/http/conflict.js';
import { IndicatorChange, IndicatorInput } from './indicator.dto.js';
import { indicatorResource } from './indicator.resource.js';
import { IndicatorsService } from './indicators.service.js';

@ApiTags('indicators')
@ApiBearerAuth()
@Controller('api/v1')
export class IndicatorsApi {
  constructor(private readonly indicators: IndicatorsService) {}

  @Get('items/:id/indicators')
  @Access('anyone')
  async list(@CurrentActor() actor: Actor, @PathId() id: string) {
    const indicators = await this.indicators.list(actor, id);
    return { items: indicators.map(indicatorResource), nextCursor: null };
  }

  @Post('items/:id/indicators')
  @Access('plans.edit')
  async add(@CurrentActor() actor: Actor, @PathId() id: string, @Body() input: IndicatorInput) {
    return indicatorResource(await this.indicators.add(actor, id, input));
  }

  @Get('indicators/:id')
  @Access('anyone')
  async show(@CurrentActor() actor: Actor, @PathId() id: string) {
    return indicatorResource(await this.indicators.find(actor, id));
  }

  @Patch('indicators/:id')
  @Access('plans.edit')
  async update(@CurrentActor() actor: Actor, @PathId() id: string, @Body() input: IndicatorChange) {
    return changed(this.indicators.update(actor, id, input), () => this.show(actor, id));
  }

  @Delete('indicators/:id')
  @Access('plans.edit')
  @HttpCode(204)
  async remove(@CurrentActor() actor: Actor, @PathId() id: string) {
    await this.indicators.remove(actor, id);
  }
}
