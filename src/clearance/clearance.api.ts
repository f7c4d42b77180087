import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Access } from '../platform/http/access.js';
import { type Actor, CurrentActor } from '../platform/http/actor.js';
import { changed } from '../platform/http/conflict.js';
import { ClearanceFilter, SettingInput } from './clearance.dto.js';
import { clearanceResource, settledResource } from './clearance.resource.js';
import { ClearanceQueryService } from './clearance-query.service.js';
import { ClearanceSettingsService } from './clearance-settings.service.js';
import { ProposalsService } from './proposals.service.js';

/** Clearance within a delegation. To everybody who is not of it, there is nothing here: not found, never forbidden. */
@ApiTags('clearance')
@ApiBearerAuth()
@Controller('api/v1')
@Access('signed-in')
export class ClearanceApi {
  constructor(
    private readonly settings: ClearanceSettingsService,
    private readonly proposals: ProposalsService,
    private readonly query: ClearanceQueryService,
  ) {}

  /** The steps a delegation has settled before submission. */
  @Get('mechanisms/:mechanismId/delegations/:state/clearance')
  async settled(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') mechanismId: string,
    @Param('state') state: string,
  ) {
    return settledResource(await this.settings.find(actor, mechanismId, state));
  }

  /** Proposes other steps. They hold at once, or once their owners have consented: see `proposal` in the answer. */
  @Put('mechanisms/:mechanismId/delegations/:state/clearance')
  settle(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') mechanismId: string,
    @Param('state') state: string,
    @Body() input: SettingInput,
  ) {
    return changed(this.proposals.propose(actor, mechanismId, state, input), () =>
      this.settled(actor, mechanismId, state),
    );
  }

  /** Consents to the proposed steps, as an owner of one that is in force. */
  @Post('mechanisms/:mechanismId/delegations/:state/clearance/consent')
  @HttpCode(200)
  async consent(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') mechanismId: string,
    @Param('state') state: string,
  ) {
    await this.proposals.consent(actor, mechanismId, state);
    return this.settled(actor, mechanismId, state);
  }

  /** Objects to the proposed steps, which ends the proposal. */
  @Post('mechanisms/:mechanismId/delegations/:state/clearance/objection')
  @HttpCode(200)
  async object(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') mechanismId: string,
    @Param('state') state: string,
  ) {
    await this.proposals.object(actor, mechanismId, state);
    return this.settled(actor, mechanismId, state);
  }

  /** Takes one's own proposal back. */
  @Delete('mechanisms/:mechanismId/delegations/:state/clearance/proposal')
  async takeBack(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') mechanismId: string,
    @Param('state') state: string,
  ) {
    await this.proposals.takeBack(actor, mechanismId, state);
    return this.settled(actor, mechanismId, state);
  }

  /** What waits for the caller, longest first; or, with `subjectId`, what its delegation was asked about this subject. */
  @Get('clearances')
  async asked(@CurrentActor() actor: Actor, @Query() { subjectId }: ClearanceFilter) {
    const found = subjectId ? await this.query.about(actor, subjectId) : await this.query.asked(actor);
    return { items: found.map(clearanceResource), nextCursor: null };
  }
}
