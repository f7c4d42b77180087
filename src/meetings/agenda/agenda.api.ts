import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { asResource } from '../../platform/http/conflict.js';
import { AgendaItemChange, AgendaItemInput, AgendaPositionInput } from './agenda.dto.js';
import { agendaItemResource } from './agenda.resource.js';
import { AgendaService } from './agenda.service.js';

@ApiTags('meetings')
@ApiBearerAuth()
@Controller('api/v1')
export class AgendaApi {
  constructor(private readonly agenda: AgendaService) {}

  @Get('meetings/:id/agenda')
  @Access('anyone')
  async listAgenda(@CurrentActor() actor: Actor, @PathId() id: string) {
    return { items: (await this.agenda.list(actor, id)).map(agendaItemResource), nextCursor: null };
  }

  @Post('meetings/:id/agenda')
  @Access('meetings.edit')
  async addToAgenda(@CurrentActor() actor: Actor, @PathId() id: string, @Body() input: AgendaItemInput) {
    return agendaItemResource(await this.agenda.add(actor, id, input));
  }

  @Patch('agenda-items/:id')
  @Access('meetings.edit')
  async updateAgenda(@CurrentActor() actor: Actor, @PathId() id: string, @Body() input: AgendaItemChange) {
    return asResource(this.agenda.update(actor, id, input), agendaItemResource);
  }

  /** Puts an item elsewhere; answers the whole agenda. */
  @Put('agenda-items/:id/position')
  @Access('meetings.edit')
  async placeOnAgenda(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() input: AgendaPositionInput,
  ) {
    const agenda = await this.agenda.move(actor, id, input.position);
    return { items: agenda.map(agendaItemResource), nextCursor: null };
  }

  @Delete('agenda-items/:id')
  @Access('meetings.edit')
  @HttpCode(204)
  async removeFromAgenda(@CurrentActor() actor: Actor, @PathId() id: string) {
    await this.agenda.remove(actor, id);
  }
}
