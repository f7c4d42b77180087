import { Body, Controller, Delete, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiExtraModels, ApiTags, getSchemaPath } from '@nestjs/swagger';
import { can } from '../../accounts/roles.js';
import { Access } from '../../platform/http/access.js';
import { Takes } from '../../platform/http/requests/body-limit.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { QuestionsService } from './questions.service.js';
import { managedQuestionResource, questionResource } from './question.resource.js';
import { QuestionChange, QUESTIONS_INPUTS, readQuestions } from './questions.dto.js';
import { RoundQueryService } from '../round/round-query.service.js';

const KINDS = Object.values(QUESTIONS_INPUTS);

/** What a round asks. */
@ApiTags('rounds')
@ApiBearerAuth()
@ApiExtraModels(...KINDS)
@Controller('api/v1')
export class QuestionsApi {
  constructor(
    private readonly questions: QuestionsService,
    private readonly rounds: RoundQueryService,
  ) {}

  /** A round's questions in their order; of whom each is asked, only for the secretariat. */
  @Get('rounds/:id/questions')
  @Access('rounds.read')
  async list(@CurrentActor() actor: Actor, @PathId() id: string) {
    const { round } = await this.rounds.find(actor, id);
    const resource = can(actor, 'rounds.manage', round.mechanismId)
      ? managedQuestionResource
      : questionResource;
    return { items: (await this.rounds.questions(id)).map(resource), nextCursor: null };
  }

  /** Adds questions to a draft: about items of a plan, about objectives, or one in the secretariat's own words. */
  @Post('rounds/:id/questions')
  @ApiBody({ schema: { oneOf: KINDS.map((kind) => ({ $ref: getSchemaPath(kind) })) } })
  @Access('rounds.manage')
  @Takes(...KINDS)
  async add(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    const added = await this.questions.add(actor, id, readQuestions(body as Record<string, unknown>));
    return { items: added.map(managedQuestionResource), nextCursor: null };
  }

  @Put('round-questions/:id')
  @Access('rounds.manage')
  async change(@CurrentActor() actor: Actor, @PathId() id: string, @Body() change: QuestionChange) {
    return managedQuestionResource(await this.questions.change(actor, id, change));
  }

  @Delete('round-questions/:id')
  @Access('rounds.manage')
  @HttpCode(204)
  async remove(@CurrentActor() actor: Actor, @PathId() id: string) {
    await this.questions.remove(actor, id);
  }
}
