import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { asResource } from '../../platform/http/conflict.js';
import { DecisionQueryService } from '../decisions/decision-query.service.js';
import { AgendaService } from '../agenda/agenda.service.js';
import { agendaItemResource } from '../agenda/agenda.resource.js';
import { decisionResource } from '../decisions/decision.resource.js';
import { MeetingChange, MeetingInput, MeetingsQuery } from './meeting.dto.js';
import { adoptedPlanResource, documentResource, meetingResource } from './meeting.resource.js';
import { MeetingLinksService } from './meeting-links.service.js';
import { MeetingListService } from './meeting-list.service.js';
import { MeetingsService } from './meetings.service.js';

@ApiTags('meetings')
@ApiBearerAuth()
@Controller('api/v1')
export class MeetingsApi {
  constructor(
    private readonly meetings: MeetingsService,
    private readonly meetingList: MeetingListService,
    private readonly agenda: AgendaService,
    private readonly decisions: DecisionQueryService,
    private readonly links: MeetingLinksService,
  ) {}

  /** Meetings of all the mechanisms one has a role in: `when` is `upcoming` (the nearest first) or `past`. */
  @Get('meetings')
  @Access('meetings.read')
  async listMine(@CurrentActor() actor: Actor, @Query() query: MeetingsQuery) {
    const { items, nextCursor } = await this.meetingList.list(actor, null, query);
    return { items: items.map(meetingResource), nextCursor };
  }

  @Get('mechanisms/:mechanismId/meetings')
  @Access('anyone')
  async list(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') mechanismId: string,
    @Query() query: MeetingsQuery,
  ) {
    const { items, nextCursor } = await this.meetingList.list(actor, mechanismId, query);
    return { items: items.map(meetingResource), nextCursor };
  }

  @Post('mechanisms/:mechanismId/meetings')
  @Access('meetings.edit')
  async create(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') mechanismId: string,
    @Body() input: MeetingInput,
  ) {
    return meetingResource(await this.meetings.create(actor, mechanismId, input));
  }

  /** A meeting with its agenda, documents and decisions, and the plans it adopted. */
  @Get('meetings/:id')
  @Access('anyone')
  async show(@CurrentActor() actor: Actor, @PathId() id: string) {
    const meeting = await this.meetings.find(actor, id);
    const [agenda, documents, decisions, adopted] = await Promise.all([
      this.agenda.list(actor, id),
      this.links.documents(actor, id),
      this.decisions.list(actor, id),
      this.links.adopted(actor, id),
    ]);
    return {
      ...meetingResource(meeting),
      agenda: agenda.map(agendaItemResource),
      documents: documents.map(documentResource),
      decisions: decisions.map(decisionResource),
      adoptedPlans: adopted.map(adoptedPlanResource),
    };
  }

  /** `version` is the one that was read. 409 with `current` when it is no longer the latest. */
  @Patch('meetings/:id')
  @Access('meetings.edit')
  async update(@CurrentActor() actor: Actor, @PathId() id: string, @Body() input: MeetingChange) {
    return asResource(this.meetings.update(actor, id, input), meetingResource);
  }

  @Delete('meetings/:id')
  @Access('meetings.edit')
  @HttpCode(204)
  async remove(@CurrentActor() actor: Actor, @PathId() id: string) {
    await this.meetings.remove(actor, id);
  }
}
