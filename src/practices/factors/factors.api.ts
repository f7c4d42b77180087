import { Controller, Get, Param } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { FactorsService } from './factors.service.js';

@ApiTags('support')
@ApiBearerAuth()
@Controller('api/v1')
export class FactorsApi {
  constructor(private readonly factors: FactorsService) {}

  /** Hindering factors in the caller's sight; `entries` is null when too few reporters name one. */
  @Get('mechanisms/:mechanismId/hindering-factors')
  @Access('progress.read')
  async list(@CurrentActor() actor: Actor, @Param('mechanismId') mechanismId: string) {
    return { items: await this.factors.listFor(actor, mechanismId), nextCursor: null };
  }
}
