import { Body, Controller, Get, Post, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { AmendmentInput } from './amendment.dto.js';
import { amendmentResource } from './amendment.resource.js';
import { AmendmentsService } from './amendments.service.js';

@ApiTags('plans')
@ApiBearerAuth()
@Controller('api/v1')
export class AmendmentsApi {
  constructor(private readonly amendments: AmendmentsService) {}

  @Get('plans/:id/amendments')
  @Access('anyone')
  async list(@CurrentActor() actor: Actor, @PathId() id: string) {
    const amendments = await this.amendments.list(actor, id);
    return { items: amendments.map(amendmentResource), nextCursor: null };
  }

  @Post('plans/:id/amendments')
  @Access('plans.edit')
  async open(@CurrentActor() actor: Actor, @PathId() id: string, @Body() input: AmendmentInput) {
    return amendmentResource(await this.amendments.open(actor, id, input));
  }

  @Put('plans/:id/amendments/closing')
  @Access('plans.edit')
  async close(@CurrentActor() actor: Actor, @PathId() id: string, @Body() input: AmendmentInput) {
    return amendmentResource(await this.amendments.close(actor, id, input));
  }
}
