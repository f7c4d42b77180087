import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { HandOverService } from '../../accounts/hand-over.service.js';
import { HandOverInput } from '../../accounts/people.dto.js';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { grantResource, holderResource } from '../mechanism/mechanism.resource.js';

@ApiTags('people')
@ApiBearerAuth()
@Controller('api/v1')
export class DelegationApi {
  constructor(private readonly handOvers: HandOverService) {}

  /** Who speaks, today or later, for the caller's own States. */
  @Get('mechanisms/:mechanismId/delegation')
  @Access('roles.handOver')
  async list(@CurrentActor() actor: Actor, @Param('mechanismId') mechanismId: string) {
    const grants = await this.handOvers.delegations(actor, mechanismId);
    return { items: grants.map(holderResource), nextCursor: null };
  }

  /** Hands a focal point's role over to a successor from a day on. Both are notified by mail. */
  @Post('people/:id/hand-over')
  @Access('roles.handOver')
  @HttpCode(200)
  async handOver(@CurrentActor() actor: Actor, @PathId() id: string, @Body() input: HandOverInput) {
    return grantResource(await this.handOvers.handOver(actor, id, input));
  }
}
