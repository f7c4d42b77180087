import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { MembersService } from './members.service.js';
import { EndInput } from '../mechanism/mechanism.dto.js';
import { MembershipInput } from './membership.dto.js';
import { TermInput } from '../terms/term.dto.js';
import { TermsService } from '../terms/terms.service.js';

/** Members, observers, and the terms of chair and secretariat. They are read with their mechanism. */
@ApiTags('mechanisms')
@ApiBearerAuth()
@Controller('api/v1')
@Access('mechanism.edit')
export class MembersApi {
  constructor(
    private readonly members: MembersService,
    private readonly terms: TermsService,
  ) {}

  @Post('mechanisms/:mechanismId/members')
  async addMember(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') mechanismId: string,
    @Body() input: MembershipInput,
  ) {
    const { id, stateCode, kind, fromDay, untilDay } = await this.members.add(actor, mechanismId, input);
    return { id, state: stateCode, kind, fromDay, untilDay };
  }

  @Post('members/:id/end')
  @HttpCode(204)
  async endMember(@CurrentActor() actor: Actor, @PathId() id: string, @Body() input: EndInput) {
    await this.members.end(actor, id, input.untilDay);
  }

  @Post('mechanisms/:mechanismId/terms')
  async addTerm(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') mechanismId: string,
    @Body() input: TermInput,
  ) {
    const { id, office, stateCode, holder, fromDay, untilDay } = await this.terms.add(
      actor,
      mechanismId,
      input,
    );
    return { id, office, state: stateCode, holder, fromDay, untilDay };
  }

  @Post('terms/:id/end')
  @HttpCode(204)
  async endTerm(@CurrentActor() actor: Actor, @PathId() id: string, @Body() input: EndInput) {
    await this.terms.end(actor, id, input.untilDay);
  }
}
