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
  Put,
} from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { ItemsService } from '../../plans/items/items.service.js';
import { asResource } from '../../platform/http/conflict.js';
import { AgendaService } from '../agenda/agenda.service.js';
import { type DecisionChange, decisionChange, type DecisionInput, decisionInput } from './decision.dto.js';
import { DecisionsService } from './decisions.service.js';
import {
  type AgendaItemChange,
  agendaItemChange,
  type AgendaItemInput,
  agendaItemInput,
  agendaPlace,
} from '../meeting/meeting.dto.js';
import { agendaItemResource, decisionAboutResource, decisionResource } from '../meeting/meeting.resource.js';

@ApiTags('meetings')
@ApiBearerAuth()
@Controller('api/v1')
export class DecisionsApi {
  constructor(
    private readonly decisions: DecisionsService,
    private readonly agenda: AgendaService,
    private readonly items: ItemsService,
  ) {}

  @Get('meetings/:id/agenda')
  @Access('anyone')
  async listAgenda(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return { items: (await this.agenda.list(actor, id)).map(agendaItemResource), nextCursor: null };
  }

  @Post('meetings/:id/agenda')
  @Access('meetings.edit')
  async addToAgenda(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: agendaItemInput }) input: AgendaItemInput,
  ) {
    return agendaItemResource(await this.agenda.add(actor, id, input));
  }

  @Patch('agenda-items/:id')
  @Access('meetings.edit')
  async updateAgenda(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: agendaItemChange }) input: AgendaItemChange,
  ) {
    return asResource(this.agenda.update(actor, id, input), agendaItemResource);
  }

  /** Puts an item elsewhere; answers the whole agenda. */
  @Put('agenda-items/:id/position')
  @Access('meetings.edit')
  async placeOnAgenda(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: agendaPlace }) input: z.output<typeof agendaPlace>,
  ) {
    const agenda = await this.agenda.move(actor, id, input.position);
    return { items: agenda.map(agendaItemResource), nextCursor: null };
  }

  @Delete('agenda-items/:id')
  @Access('meetings.edit')
  @HttpCode(204)
  async removeFromAgenda(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string) {
    await this.agenda.remove(actor, id);
  }

  @Get('meetings/:id/decisions')
  @Access('anyone')
  async list(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return { items: (await this.decisions.list(actor, id)).map(decisionResource), nextCursor: null };
  }

  @Post('meetings/:id/decisions')
  @Access('meetings.edit')
  async add(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: decisionInput }) input: DecisionInput,
  ) {
    return decisionResource(await this.decisions.add(actor, id, input));
  }

  @Get('decisions/:id')
  @Access('anyone')
  async show(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return decisionResource((await this.decisions.find(actor, id)).decision);
  }

  @Patch('decisions/:id')
  @Access('meetings.edit')
  async update(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: decisionChange }) input: DecisionChange,
  ) {
    return asResource(this.decisions.update(actor, id, input), decisionResource);
  }

  @Delete('decisions/:id')
  @Access('meetings.edit')
  @HttpCode(204)
  async remove(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string) {
    await this.decisions.remove(actor, id);
  }

  /** Decisions about a plan item, with the meetings they were taken at. */
  @Get('items/:id/decisions')
  @Access('anyone')
  async about(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string) {
    await this.items.findInPlan(actor, id);
    const decisions = await this.decisions.about(actor, id);
    return { items: decisions.map(decisionAboutResource), nextCursor: null };
  }
}
