import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiExtraModels, ApiTags } from '@nestjs/swagger';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { RoundQueryService } from '../round/round-query.service.js';
import { AnswerUsesInput, OneAnswerUse } from './answer-uses.dto.js';
import { type AnswerUse, AnswerUsesService } from './answer-uses.service.js';

/** How far the answers of one's delegation to a call are seen, and how documents use them. */
@ApiTags('rounds')
@ApiBearerAuth()
@ApiExtraModels(OneAnswerUse)
@Controller('api/v1/rounds/:id/addressees/:addresseeId/use')
@Access('progress.write')
export class AnswerUsesApi {
  constructor(
    private readonly rounds: RoundQueryService,
    private readonly uses: AnswerUsesService,
  ) {}

  /** The answers that were submitted, with what is chosen for each. */
  @Get()
  async list(@CurrentActor() actor: Actor, @PathId() id: string, @PathId('addresseeId') addresseeId: string) {
    const addressee = await this.rounds.ownAddressee(actor, id, addresseeId);
    return { items: (await this.uses.list(actor, addressee)).map(resource), nextCursor: null };
  }

  /** Chooses for all at once. What opens more than before goes through the delegation's clearance first. */
  @Put()
  async decide(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @PathId('addresseeId') addresseeId: string,
    @Body() input: AnswerUsesInput,
  ) {
    const addressee = await this.rounds.ownAddressee(actor, id, addresseeId);
    await this.uses.decide(actor, addressee, input);
    return this.list(actor, id, addresseeId);
  }
}

const resource = ({ line: { answer, entry }, chosen, isAccepted }: AnswerUse) => ({
  answerId: answer.id,
  entryId: entry!.id,
  ...chosen,
  accepted: isAccepted,
});
