import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { showingConflict } from '../../platform/http/conflict.js';
import { AnswerDesk } from './answer-desk.service.js';
import { AnswerLinkDesk } from '../answer-links/answer-link-desk.service.js';
import { type AnswersInput, answersInput, type LinkInput, linkInput } from './answering.dto.js';
import type { AnswerLink } from '../round/round.entity.js';
import { RoundsReader } from '../round/rounds-reader.js';

/** Answers of one's delegation all at once, and the links that let a colleague give them. */
@ApiTags('rounds')
@ApiBearerAuth()
@Controller('api/v1')
@Access('progress.write')
export class AnsweringApi {
  constructor(
    private readonly desk: AnswerDesk,
    private readonly links: AnswerLinkDesk,
    private readonly reader: RoundsReader,
  ) {}

  /** Keeps several answers as drafts, all or nothing. */
  @Put('rounds/:id/addressees/:addresseeId/answers')
  @HttpCode(204)
  async keep(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('addresseeId', ParseUUIDPipe) addresseeId: string,
    @Body({ schema: answersInput }) input: AnswersInput,
  ) {
    const addressee = await this.reader.ownAddressee(actor, id, addresseeId);
    // Several answers are one resource here: the 409 names those that collided.
    await showingConflict(this.desk.keep(actor, addressee, input), (answerIds: string[]) => answerIds);
  }

  /** What was said last time beside each question. */
  @Get('rounds/:id/addressees/:addresseeId/last-time')
  async lastTime(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('addresseeId', ParseUUIDPipe) addresseeId: string,
  ) {
    const lines = await this.desk.sheet(actor, await this.reader.ownAddressee(actor, id, addresseeId));
    return {
      items: lines.flatMap(({ answer, last }) =>
        last
          ? [
              {
                answerId: answer.id,
                periodStart: last.periodStart,
                periodEnd: last.periodEnd,
                content: last.content,
              },
            ]
          : [],
      ),
    };
  }

  /** "Nothing changed": last time's words, for every question that nobody wrote to. */
  @Post('rounds/:id/addressees/:addresseeId/carry-over')
  @HttpCode(204)
  async carryOver(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('addresseeId', ParseUUIDPipe) addresseeId: string,
  ) {
    await this.desk.carryOver(actor, await this.reader.ownAddressee(actor, id, addresseeId));
  }

  /** The links that open the delegation's questions. Their secrets are in the mails alone. */
  @Get('rounds/:id/addressees/:addresseeId/links')
  async list(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('addresseeId', ParseUUIDPipe) addresseeId: string,
  ) {
    const { links } = await this.links.list(actor, id, addresseeId);
    return { items: links.map(linkResource), nextCursor: null };
  }

  @Post('rounds/:id/addressees/:addresseeId/links')
  async give(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('addresseeId', ParseUUIDPipe) addresseeId: string,
    @Body({ schema: linkInput }) input: LinkInput,
  ) {
    return linkResource(await this.links.give(actor, id, addresseeId, input));
  }

  @Delete('answer-links/:id')
  @HttpCode(204)
  async revoke(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string) {
    await this.links.revoke(actor, id);
  }
}

const linkResource = ({ id, accountId, name, email, createdAt, expiresAt, revokedAt }: AnswerLink) => ({
  id,
  accountId,
  name,
  email,
  createdAt,
  expiresAt,
  revokedAt,
});
