import { Body, Controller, Delete, HttpCode, Post, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { MeetingDocumentInput } from './meeting.dto.js';
import { documentResource } from './meeting.resource.js';
import { MeetingLinksService } from './meeting-links.service.js';

/** What a meeting is linked to: its documents, and the plans it adopted. */
@ApiTags('meetings')
@ApiBearerAuth()
@Controller('api/v1')
export class MeetingLinksApi {
  constructor(private readonly links: MeetingLinksService) {}

  @Post('meetings/:id/documents')
  @Access('meetings.edit')
  async addDocument(@CurrentActor() actor: Actor, @PathId() id: string, @Body() input: MeetingDocumentInput) {
    return documentResource(await this.links.addDocument(actor, id, input));
  }

  @Delete('meeting-documents/:id')
  @Access('meetings.edit')
  @HttpCode(204)
  async removeDocument(@CurrentActor() actor: Actor, @PathId() id: string) {
    await this.links.removeDocument(actor, id);
  }

  /** Records that the meeting adopted a plan of its mechanism. The plan itself does not change. */
  @Put('meetings/:id/adopted-plans/:planId')
  @Access('meetings.edit')
  @HttpCode(204)
  async linkPlan(@CurrentActor() actor: Actor, @PathId() id: string, @PathId('planId') planId: string) {
    await this.links.linkPlan(actor, id, planId);
  }

  @Delete('meetings/:id/adopted-plans/:planId')
  @Access('meetings.edit')
  @HttpCode(204)
  async unlinkPlan(@CurrentActor() actor: Actor, @PathId() id: string, @PathId('planId') planId: string) {
    await this.links.unlinkPlan(actor, id, planId);
  }
}
