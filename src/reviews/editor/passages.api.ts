import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { NotFoundError } from '../../platform/errors.js';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { asResource, showingConflict } from '../../platform/http/conflict.js';
import { PathId } from '../../platform/http/path-id.js';
import type { Passage } from '../passages/passage.entity.js';
import {
  OwnPassageInput,
  PassageMergeInput,
  PassageMoveInput,
  PassageSplitInput,
  PassageVersionInput,
  PassageWordsInput,
  SectionPageQuery,
} from './passage.dto.js';
import { passageResource } from './passage.resource.js';
import { PassageNewsService } from './passage-news.service.js';
import { PassageQueryService } from './passage-query.service.js';
import { PassagesService } from './passages.service.js';
import { blocksOf } from './words/typed.js';

/** The passages of a draft, for programs of its secretariat. What is withdrawn is in none of the answers. */
@ApiTags('submissions')
@ApiBearerAuth()
@Controller('api/v1/submissions/:id')
@Access('submissions.edit')
export class PassagesApi {
  constructor(
    private readonly passages: PassagesService,
    private readonly news: PassageNewsService,
    private readonly query: PassageQueryService,
  ) {}

  /** Those of a section, a page at a time; left-out ones come with every page. */
  @Get('sections/:key/passages')
  async list(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Param('key') key: string,
    @Query() { page }: SectionPageQuery,
  ) {
    const { shown, leftOut, pages, page: at } = await this.query.section(actor, id, key, page);
    const open = [...shown, ...leftOut].filter(({ news }) => news !== 'withdrawn');
    return { page: at, pages, passages: open.map(({ passage }) => passageResource(passage)) };
  }

  /** A passage of the secretariat's own. */
  @Post('sections/:key/passages')
  add(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Param('key') key: string,
    @Body() input: OwnPassageInput,
  ) {
    return asResource(
      this.passages.add(actor, id, { section: key, after: input.after }, blocksOf(input)([])),
      passageResource,
    );
  }

  /** Not found while it is withdrawn: nothing of it is shown then. */
  @Get('passages/:passageId')
  async show(@CurrentActor() actor: Actor, @PathId() id: string, @PathId('passageId') passageId: string) {
    const { passage, news } = await this.query.one(actor, id, passageId);
    if (news === 'withdrawn') throw new NotFoundError('passage');
    return passageResource(passage);
  }

  /** What it says in one language: `blocks`, or `text` in the light markup. */
  @Put('passages/:passageId/words')
  write(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @PathId('passageId') passageId: string,
    @Body() input: PassageWordsInput,
  ) {
    const { version, language } = input;
    return asResource(
      this.passages.write(actor, id, { passageId, version }, language, blocksOf(input)),
      passageResource,
    );
  }

  @Put('passages/:passageId/place')
  move(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @PathId('passageId') passageId: string,
    @Body() { version, ...to }: PassageMoveInput,
  ) {
    return asResource(this.passages.move(actor, id, { passageId, version }, to), passageResource);
  }

  @Post('passages/:passageId/split')
  @HttpCode(200)
  split(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @PathId('passageId') passageId: string,
    @Body() input: PassageSplitInput,
  ) {
    return asResource(this.passages.split(actor, id, { passageId, ...input }), passageResource);
  }

  @Post('passages/:passageId/merge')
  @HttpCode(200)
  merge(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @PathId('passageId') passageId: string,
    @Body() input: PassageMergeInput,
  ) {
    return asResource(this.passages.merge(actor, id, { passageId, ...input }), passageResource);
  }

  @Post('passages/:passageId/left-out')
  @HttpCode(200)
  leaveOut(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @PathId('passageId') passageId: string,
    @Body() { version }: PassageVersionInput,
  ) {
    return this.answer(this.passages.leaveOut(actor, id, { passageId, version }));
  }

  @Delete('passages/:passageId/left-out')
  takeIn(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @PathId('passageId') passageId: string,
    @Query() { version }: PassageVersionInput,
  ) {
    return this.answer(this.passages.takeIn(actor, id, { passageId, version }));
  }

  /** The compiled words in place of the edited ones. */
  @Post('passages/:passageId/taking')
  @HttpCode(200)
  take(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @PathId('passageId') passageId: string,
    @Body() { version }: PassageVersionInput,
  ) {
    return this.answer(this.news.take(actor, id, { passageId, version }));
  }

  /** The edited words stay, whatever is compiled now. */
  @Post('passages/:passageId/keeping')
  @HttpCode(200)
  keep(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @PathId('passageId') passageId: string,
    @Body() { version }: PassageVersionInput,
  ) {
    return this.answer(this.news.keep(actor, id, { passageId, version }));
  }

  /** An own passage that is left out, for good. */
  @Delete('passages/:passageId')
  @HttpCode(204)
  async remove(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @PathId('passageId') passageId: string,
    @Query() { version }: PassageVersionInput,
  ) {
    await showingConflict(this.passages.remove(actor, id, { passageId, version }), passageResource);
  }

  private readonly answer = (made: Promise<Passage>) => asResource(made, passageResource);
}
