import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { docxOf } from '../../platform/documents/write-file.js';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { attachment } from '../../platform/http/attachment.js';
import { changed } from '../../platform/http/conflict.js';
import { PathId } from '../../platform/http/path-id.js';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import { officialNameIn } from '../../mechanisms/mechanism/mechanism-name.js';
import { PledgeAudienceInput, PledgeChange, PledgeInput, PledgeUpdateInput } from './pledge.dto.js';
import { pledgeDocument } from './pledge-document.js';
import { pledgeResource, wholePledge } from './pledge.resource.js';
import { PledgesService } from './pledges.service.js';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

@ApiTags('pledges')
@ApiBearerAuth()
@Controller('api/v1')
export class PledgesApi {
  constructor(
    private readonly pledges: PledgesService,
    private readonly mechanisms: MechanismsService,
  ) {}

  /** Those of a mechanism that are open to the caller, the latest first. */
  @Get('mechanisms/:mechanismId/pledges')
  @Access('anyone')
  async listPledges(@CurrentActor() actor: Actor, @Param('mechanismId') mechanismId: string) {
    return { items: (await this.pledges.list(actor, mechanismId)).map(pledgeResource), nextCursor: null };
  }

  @Post('mechanisms/:mechanismId/pledges')
  @Access('submissions.edit')
  async createPledge(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') mechanismId: string,
    @Body() input: PledgeInput,
  ) {
    return this.showPledge(actor, (await this.pledges.create(actor, mechanismId, input)).id);
  }

  @Get('pledges/:id')
  @Access('anyone')
  async showPledge(@CurrentActor() actor: Actor, @PathId() id: string) {
    return wholePledge(await this.pledges.find(actor, id));
  }

  @Patch('pledges/:id')
  @Access('submissions.edit')
  updatePledge(@CurrentActor() actor: Actor, @PathId() id: string, @Body() input: PledgeChange) {
    return changed(this.pledges.update(actor, id, input), () => this.showPledge(actor, id));
  }

  /** Who reads it from now on. */
  @Put('pledges/:id/audience')
  @Access('submissions.edit')
  openPledge(@CurrentActor() actor: Actor, @PathId() id: string, @Body() { audience }: PledgeAudienceInput) {
    return changed(this.pledges.open(actor, id, audience), () => this.showPledge(actor, id));
  }

  @Post('pledges/:id/updates')
  @Access('submissions.edit')
  addUpdate(@CurrentActor() actor: Actor, @PathId() id: string, @Body() input: PledgeUpdateInput) {
    return changed(this.pledges.addUpdate(actor, id, input), () => this.showPledge(actor, id));
  }

  @Delete('pledges/:id')
  @Access('submissions.edit')
  @HttpCode(204)
  async removePledge(@CurrentActor() actor: Actor, @PathId() id: string) {
    await this.pledges.remove(actor, id);
  }

  /** As a Word file, in the order of the submission form. */
  @Get('pledges/:id/document.docx')
  @Access('anyone')
  async wordOfPledge(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const pledge = await this.pledges.find(actor, id);
    const mechanism = await this.mechanisms.find(pledge.mechanismId);
    const body = await docxOf(pledgeDocument(pledge, officialNameIn(mechanism, pledge.language)));
    return attachment(reply, { name: 'pledge.docx', mediaType: WORD, body });
  }
}
