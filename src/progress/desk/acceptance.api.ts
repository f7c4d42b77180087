import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { SeveralAcceptance } from '../acceptance/several-acceptance.service.js';
import { AcceptAnswersInput, TickedAnswersInput, ticksOf } from '../acceptance/ticks.dto.js';

/** Several entries of a mechanism accepted at once. */
@ApiTags('progress')
@ApiBearerAuth()
@Controller('api/v1/mechanisms/:mechanismId/acceptance')
@Access('progress.accept')
export class AcceptanceApi {
  constructor(private readonly several: SeveralAcceptance) {}

  /** All of them, or none, and then it says why beside each; on wish with the status of their items. */
  @Post()
  @HttpCode(204)
  accept(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') mechanismId: string,
    @Body() { answers, setStatus }: AcceptAnswersInput,
  ) {
    return this.several.accept(actor, mechanismId, ticksOf(answers), setStatus);
  }

  /** Takes acceptances back that nobody has seen but the reporters: all of them, or none. */
  @Post('removal')
  @HttpCode(204)
  async takeBack(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') mechanismId: string,
    @Body() { answers }: TickedAnswersInput,
  ): Promise<void> {
    const ids = ticksOf(answers).map(({ entryId }) => entryId);
    await this.several.takeBack(actor, mechanismId, ids);
  }
}
