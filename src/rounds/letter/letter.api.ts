import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { changed } from '../../platform/http/conflict.js';
import { RoundQueryService } from '../round/round-query.service.js';
import { LetterChange, PreviewQuery } from './letter.dto.js';
import { LetterService } from './letter.service.js';

/** The covering letter of a call. */
@ApiTags('rounds')
@ApiBearerAuth()
@Controller('api/v1/rounds/:id')
@Access('rounds.manage')
export class LetterApi {
  constructor(
    private readonly letters: LetterService,
    private readonly rounds: RoundQueryService,
  ) {}

  /** Its words, by language; null where the standard ones go out. */
  @Get('letter')
  async read(@CurrentActor() actor: Actor, @PathId() id: string) {
    const { subject, letter, version } = await this.rounds.findToManage(actor, id);
    return { subject, letter, version };
  }

  /** Writes the letter of a draft. */
  @Put('letter')
  write(@CurrentActor() actor: Actor, @PathId() id: string, @Body() change: LetterChange) {
    return changed(this.letters.write(actor, id, change), () => this.read(actor, id));
  }

  /** The mail and the questions as the first of those asked gets them. */
  @Get('preview')
  async preview(@CurrentActor() actor: Actor, @PathId() id: string, @Query() { language }: PreviewQuery) {
    const round = await this.rounds.findToManage(actor, id);
    const shown = await this.letters.preview(actor, round, language ?? actor.language);
    const { subject, paragraphs, questions } = shown;
    return { language: shown.language, subject, paragraphs, questions: questions.map(({ id }) => id) };
  }
}
