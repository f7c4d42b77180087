import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { ObjectionInput } from '../../accounts/people.dto.js';
import { NominationQuery } from '../../accounts/seats/nomination-query.service.js';
import { NominationsService } from '../../accounts/seats/nominations.service.js';
import { Access, InPerson } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { holderResource } from '../mechanism/mechanism.resource.js';

/** Seats that wait for the people they are among. */
@ApiTags('people')
@ApiBearerAuth()
@Controller('api/v1/seats')
@Access('signed-in')
export class SeatsApi {
  constructor(
    private readonly query: NominationQuery,
    private readonly nominations: NominationsService,
  ) {}

  /** Those that wait for the caller's word. */
  @Get()
  async list(@CurrentActor() actor: Actor) {
    const waiting = await this.query.waitingFor(actor);
    const items = waiting.map(({ nomination, mayConfirm }) => ({
      ...holderResource(nomination),
      mayConfirm,
    }));
    return { items, nextCursor: null };
  }

  /** Agrees to one, as somebody it is among. */
  @Post(':id/confirmation')
  @InPerson()
  @HttpCode(204)
  async confirm(@CurrentActor() actor: Actor, @PathId() id: string) {
    await this.nominations.confirm(actor, id);
  }

  /** Objects to one: it is not given. */
  @Post(':id/objection')
  @HttpCode(204)
  async object(@CurrentActor() actor: Actor, @PathId() id: string, @Body() input: ObjectionInput) {
    await this.nominations.object(actor, id, input.reason);
  }
}
