import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Access } from '../platform/http/access.js';
import { type Actor, CurrentActor } from '../platform/http/actor.js';
import { PathId } from '../platform/http/path-id.js';
import { changed } from '../platform/http/conflict.js';
import { PassInput, ReturnInput, SettingInput } from './clearance.dto.js';
import { clearanceResource, settledResource } from './clearance.resource.js';
import { ClearanceQueryService } from './clearance-query.service.js';
import { ClearanceService } from './clearance.service.js';
import { ClearanceSettingsService } from './clearance-settings.service.js';

/** Clearance within a delegation. To everybody who is not of it, there is nothing here: not found, never forbidden. */
@ApiTags('clearance')
@ApiBearerAuth()
@Controller('api/v1')
@Access('signed-in')
export class ClearanceApi {
  constructor(
    private readonly settings: ClearanceSettingsService,
    private readonly query: ClearanceQueryService,
    private readonly clearances: ClearanceService,
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

  @Put('mechanisms/:mechanismId/delegations/:state/clearance')
  settle(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') mechanismId: string,
    @Param('state') state: string,
    @Body() input: SettingInput,
  ) {
    return changed(this.settings.save(actor, mechanismId, state, input), () =>
      this.settled(actor, mechanismId, state),
    );
  }

  /** Texts that wait for the caller, longest first. */
  @Get('clearances')
  async asked(@CurrentActor() actor: Actor) {
    return { items: (await this.query.asked(actor)).map(clearanceResource), nextCursor: null };
  }

  @Get('progress/:id/clearance')
  async show(@CurrentActor() actor: Actor, @PathId() id: string) {
    return clearanceResource(await this.query.find(actor, id));
  }

  /** Passes the text on; after the last step it is submitted. */
  @Post('progress/:id/clearance/passing')
  @HttpCode(200)
  async pass(@CurrentActor() actor: Actor, @PathId() id: string, @Body() { mark }: PassInput) {
    await this.clearances.pass(actor, id, mark);
    return this.show(actor, id);
  }

  @Post('progress/:id/clearance/return')
  @HttpCode(200)
  async sendBack(@CurrentActor() actor: Actor, @PathId() id: string, @Body() { reason }: ReturnInput) {
    await this.clearances.sendBack(actor, id, reason);
    return this.show(actor, id);
  }

  /** Moves the text past a step whose term is over. */
  @Post('progress/:id/clearance/moving-on')
  @HttpCode(200)
  async moveOn(@CurrentActor() actor: Actor, @PathId() id: string) {
    await this.clearances.moveOn(actor, id);
    return this.show(actor, id);
  }

  /** Takes the text off its way, to write on. */
  @Delete('progress/:id/clearance')
  async stop(@CurrentActor() actor: Actor, @PathId() id: string) {
    await this.clearances.stop(actor, id);
    return this.show(actor, id);
  }
}
