import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { RoundQueryService } from '../round/round-query.service.js';
import { addresseeResource } from './addressee.resource.js';
import { AddresseesInput } from './addressees.dto.js';
import { AddresseesService } from './addressees.service.js';

/** Whom a round asks. */
@ApiTags('rounds')
@ApiBearerAuth()
@Controller('api/v1/rounds/:id/addressees')
@Access('rounds.manage')
export class AddresseesApi {
  constructor(
    private readonly rounds: RoundQueryService,
    private readonly addressees: AddresseesService,
  ) {}

  /** Who is asked, and how far each is, in alphabetical order. For the secretariat. */
  @Get()
  async asked(@CurrentActor() actor: Actor, @PathId() id: string) {
    const round = await this.rounds.findToManage(actor, id);
    const addressees = await this.addressees.list(actor, id);
    return {
      items: addressees.map((one) => addresseeResource(one, round, actor.language)),
      nextCursor: null,
    };
  }

  /** Groups of those who may be asked: members, observers, those of the last call, those with people here, regions of the UN. */
  @Get('groups')
  async groups(@CurrentActor() actor: Actor, @PathId() id: string) {
    const round = await this.rounds.findToManage(actor, id);
    return { items: await this.addressees.groups(actor, round), nextCursor: null };
  }

  /** Says who is asked. In an open round, addressees can only be added. */
  @Put()
  async ask(@CurrentActor() actor: Actor, @PathId() id: string, @Body() input: AddresseesInput) {
    await this.addressees.set(actor, id, input);
    return this.asked(actor, id);
  }
}
