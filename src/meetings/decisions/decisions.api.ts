import { Body, Controller, Delete, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { ItemsService } from '../../plans/items/items.service.js';
import { asResource } from '../../platform/http/conflict.js';
import { DecisionChange, DecisionInput } from './decision.dto.js';
import { DecisionQueryService } from './decision-query.service.js';
import { DecisionsService } from './decisions.service.js';
import { decisionAboutResource, decisionResource } from './decision.resource.js';

@ApiTags('meetings')
@ApiBearerAuth()
@Controller('api/v1')
export class DecisionsApi {
  constructor(
    private readonly decisions: DecisionsService,
    private readonly decisionQuery: DecisionQueryService,
    private readonly items: ItemsService,
  ) {}

  @Get('meetings/:id/decisions')
  @Access('anyone')
  async list(@CurrentActor() actor: Actor, @PathId() id: string) {
    return { items: (await this.decisionQuery.list(actor, id)).map(decisionResource), nextCursor: null };
  }

  @Post('meetings/:id/decisions')
  @Access('meetings.edit')
  async add(@CurrentActor() actor: Actor, @PathId() id: string, @Body() input: DecisionInput) {
    return decisionResource(await this.decisions.add(actor, id, input));
  }

  @Get('decisions/:id')
  @Access('anyone')
  async show(@CurrentActor() actor: Actor, @PathId() id: string) {
    return decisionResource((await this.decisionQuery.find(actor, id)).decision);
  }

  @Patch('decisions/:id')
  @Access('meetings.edit')
  async update(@CurrentActor() actor: Actor, @PathId() id: string, @Body() input: DecisionChange) {
    return asResource(this.decisions.update(actor, id, input), decisionResource);
  }

  @Delete('decisions/:id')
  @Access('meetings.edit')
  @HttpCode(204)
  async remove(@CurrentActor() actor: Actor, @PathId() id: string) {
    await this.decisions.remove(actor, id);
  }

  /** Decisions about a plan item, with the meetings they were taken at. */
  @Get('items/:id/decisions')
  @Access('anyone')
  async about(@CurrentActor() actor: Actor, @PathId() id: string) {
    await this.items.findInPlan(actor, id);
    const decisions = await this.decisionQuery.about(actor, id);
    return { items: decisions.map(decisionAboutResource), nextCursor: null };
  }
}
