import { Body, Controller, Get, Param, Patch, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { LanguageQuery } from '../../framework/framework.dto.js';
import { can } from '../../accounts/roles.js';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { asResource } from '../../platform/http/conflict.js';
import { MembersService } from '../members/members.service.js';
import { MechanismPatch } from './mechanism.dto.js';
import {
  mechanismDetailResource,
  mechanismResource,
  settingsResource,
  stateMembershipResource,
} from './mechanism.resource.js';
import { MechanismsService } from './mechanisms.service.js';
import { TermsService } from '../terms/terms.service.js';

@ApiTags('mechanisms')
@ApiBearerAuth()
@Controller('api/v1')
export class MechanismsApi {
  constructor(
    private readonly mechanisms: MechanismsService,
    private readonly members: MembersService,
    private readonly terms: TermsService,
  ) {}

  @Get('mechanisms')
  @Access('anyone')
  async list() {
    return { items: (await this.mechanisms.list()).map(mechanismResource), nextCursor: null };
  }

  /** A mechanism with what is known of it, its members and observers, and the terms of chair and secretariat. */
  @Get('mechanisms/:mechanismId')
  @Access('anyone')
  async show(@CurrentActor() actor: Actor, @Param('mechanismId') id: string, @Query() query: LanguageQuery) {
    const mechanism = await this.mechanisms.find(id);
    const [memberships, terms] = await Promise.all([this.members.listFor(id), this.terms.listFor(id)]);
    return {
      ...mechanismDetailResource(mechanism, memberships, terms, query.language ?? actor.language),
      // For those who have a part in it: it is nobody else's to write to.
      ...(can(actor, 'mechanism.read', id) && { replyAddress: mechanism.replyAddress }),
    };
  }

  /** Changes what is given; `version` is the one that was read. 409 with `current` when it is no longer the latest. */
  @Patch('mechanisms/:mechanismId')
  @Access('mechanism.edit')
  async update(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') id: string,
    @Body() input: MechanismPatch,
  ) {
    return asResource(this.mechanisms.update(actor, id, input), settingsResource);
  }

  /** Where a State or territory is listed as member or observer. Lists are incomplete: absence says nothing. */
  @Get('states/:code/mechanisms')
  @Access('anyone')
  async ofState(@CurrentActor() actor: Actor, @Param('code') code: string, @Query() query: LanguageQuery) {
    const memberships = await this.members.ofState(code);
    const language = query.language ?? actor.language;
    return { items: memberships.map((one) => stateMembershipResource(one, language)), nextCursor: null };
  }
}
