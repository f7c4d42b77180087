import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { can } from '../../accounts/roles.js';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { QuestionsService } from './questions.service.js';
import {
  type QuestionChange,
  questionChange,
  type QuestionsInput,
  questionsInput,
} from '../round/round.dto.js';
import { managedQuestionResource, questionResource } from '../round/round.resource.js';
import { RoundsReader } from '../round/rounds-reader.js';

/** What a round asks. */
@ApiTags('rounds')
@ApiBearerAuth()
@Controller('api/v1')
export class QuestionsApi {
  constructor(
    private readonly questions: QuestionsService,
    private readonly reader: RoundsReader,
  ) {}

  /** A round's questions in their order; of whom each is asked, only for the secretariat. */
  @Get('rounds/:id/questions')
  @Access('rounds.read')
  async list(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string) {
    const { round } = await this.reader.find(actor, id);
    const resource = can(actor, 'rounds.manage', round.mechanismId)
      ? managedQuestionResource
      : questionResource;
    return { items: (await this.reader.questions(id)).map(resource), nextCursor: null };
  }

  /** Adds questions to a draft: about items of a plan, about objectives, or one in the secretariat's own words. */
  @Post('rounds/:id/questions')
  @Access('rounds.manage')
  async add(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: questionsInput }) input: QuestionsInput,
  ) {
    const added = await this.questions.add(actor, id, input);
    return { items: added.map(managedQuestionResource), nextCursor: null };
  }

  @Put('round-questions/:id')
  @Access('rounds.manage')
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: questionChange }) change: QuestionChange,
  ) {
    return managedQuestionResource(await this.questions.change(actor, id, change));
  }

  @Delete('round-questions/:id')
  @Access('rounds.manage')
  @HttpCode(204)
  async remove(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string) {
    await this.questions.remove(actor, id);
  }
}
