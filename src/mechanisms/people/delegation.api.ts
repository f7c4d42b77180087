import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { eventResource } from '../../audit/event.resource.js';
import { NominationQuery } from '../../accounts/seats/nomination-query.service.js';
import { HandOverService, statesOf } from '../../accounts/seats/hand-over.service.js';
import { HandOverInput } from '../../accounts/people.dto.js';
import { Access, InPerson } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { holderResource, seatResource } from '../mechanism/mechanism.resource.js';
import { SeatHistoryService } from './seat-history.service.js';

@ApiTags('people')
@ApiBearerAuth()
@Controller('api/v1')
export class DelegationApi {
  constructor(
    private readonly handOvers: HandOverService,
    private readonly nominations: NominationQuery,
    private readonly seatHistory: SeatHistoryService,
  ) {}

  /** Who speaks, today or later, for the caller's own States; `waiting` are those who wait to be confirmed. */
  @Get('mechanisms/:mechanismId/delegation')
  @Access('roles.handOver')
  async list(@CurrentActor() actor: Actor, @Param('mechanismId') mechanismId: string) {
    const grants = await this.handOvers.delegations(actor, mechanismId);
    const waiting = await this.nominations.waitingIn(mechanismId, statesOf(actor, mechanismId));
    return { items: grants.map(holderResource), waiting: waiting.map(holderResource), nextCursor: null };
  }

  /** Who got a seat in the caller's own delegations by whom, who confirmed or objected, who ended it; newest first. */
  @Get('mechanisms/:mechanismId/delegation/history')
  @Access('roles.handOver')
  async history(@CurrentActor() actor: Actor, @Param('mechanismId') mechanismId: string) {
    const events = await this.seatHistory.list(actor, mechanismId);
    return { items: events.map((event) => eventResource(event, actor.language)), nextCursor: null };
  }

  /**
   * Hands the role of a focal point, a chair or of the secretariat over to a successor from a day on. Both are notified by mail. Whom the secretariat names
   * waits for the delegation, and the holder stays until then. In a browser only.
   */
  @Post('people/:id/hand-over')
  @Access('roles.handOver')
  @InPerson()
  @HttpCode(200)
  async handOver(@CurrentActor() actor: Actor, @PathId() id: string, @Body() input: HandOverInput) {
    return seatResource(await this.handOvers.handOver(actor, id, input));
  }
}
