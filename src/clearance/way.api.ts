import { Body, Controller, Delete, Get, HttpCode, Injectable, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Access } from '../platform/http/access.js';
import { type Actor, CurrentActor } from '../platform/http/actor.js';
import { PathId } from '../platform/http/path-id.js';
import { PassInput, ReturnInput } from './clearance.dto.js';
import { clearanceResource } from './clearance.resource.js';
import { ClearanceQueryService } from './clearance-query.service.js';
import { ClearanceService } from './clearance.service.js';

/** What is done on the way. To everybody who is not of the delegation, there is nothing here. */
@Injectable()
abstract class WayApi {
  constructor(
    private readonly query: ClearanceQueryService,
    private readonly clearances: ClearanceService,
  ) {}

  @Get()
  async show(@CurrentActor() actor: Actor, @PathId() id: string) {
    return clearanceResource(await this.query.find(actor, id));
  }

  /** Passes it on; after the last step it is done. */
  @Post('passing')
  @HttpCode(200)
  async pass(@CurrentActor() actor: Actor, @PathId() id: string, @Body() { mark }: PassInput) {
    await this.clearances.pass(actor, id, mark);
    return this.show(actor, id);
  }

  @Post('return')
  @HttpCode(200)
  async sendBack(@CurrentActor() actor: Actor, @PathId() id: string, @Body() { reason }: ReturnInput) {
    await this.clearances.sendBack(actor, id, reason);
    return this.show(actor, id);
  }

  /** Moves it past a step whose term is over. */
  @Post('moving-on')
  @HttpCode(200)
  async moveOn(@CurrentActor() actor: Actor, @PathId() id: string) {
    await this.clearances.moveOn(actor, id);
    return this.show(actor, id);
  }

  /** Takes it off its way, to write on. */
  @Delete()
  async stop(@CurrentActor() actor: Actor, @PathId() id: string) {
    await this.clearances.stop(actor, id);
    return this.show(actor, id);
  }
}

/** Of a text to be submitted, by the id of its entry. */
@ApiTags('clearance')
@ApiBearerAuth()
@Controller('api/v1/progress/:id/clearance')
@Access('signed-in')
export class EntryWayApi extends WayApi {}

/** Of anything, by the clearance's own id. */
@ApiTags('clearance')
@ApiBearerAuth()
@Controller('api/v1/clearances/:id')
@Access('signed-in')
export class DeedWayApi extends WayApi {}
