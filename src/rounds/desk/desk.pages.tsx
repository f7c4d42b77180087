import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Access } from '../../platform/http/access.js';
import { attachment } from '../../platform/http/attachment.js';
import { Takes } from '../../platform/http/requests/body-limit.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { readInput } from '../../platform/http/read-input.js';
import { unflatten } from '../../platform/http/unflatten.js';
import { submitForm } from '../../platform/web/submit-form.js';
import { page, redirect } from '../../platform/web/page.js';
import { Asks, OffersUndo } from '../../platform/web/presses/asks.js';
import { RoundQueryService } from '../round/round-query.service.js';
import { consequencesOf, entryIdsIn, TAKEN_BACK } from '../../progress/acceptance/acceptance-words.js';
import { meantIn, ticksOf } from '../../progress/acceptance/ticks.dto.js';
import { AcceptanceOfMany } from './acceptance-of-many.service.js';
import { AnswerFiles } from './answer-files.service.js';
import { AcceptedOnPageInput, DeskQuery, FileQuery, TickedOnPageInput } from './desk.dto.js';
import { DeskRenderer } from './desk-renderer.js';
import type { Part } from './desk.service.js';

/** The answers of a call, read and accepted by its secretariat: all to one question, or all of one delegation. */
@Controller('rounds/:id')
@Access('rounds.manage')
export class DeskPages {
  constructor(
    private readonly rounds: RoundQueryService,
    private readonly desk: DeskRenderer,
    private readonly acceptance: AcceptanceOfMany,
    private readonly files: AnswerFiles,
  ) {}

  @Get('answers')
  async show(@CurrentActor() actor: Actor, @PathId() id: string, @Query() { question, tick }: DeskQuery) {
    return page(await this.desk.question(actor, id, question, { tickAll: tick === 'all' }));
  }

  @Get('answers.docx')
  async word(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Query() { by }: FileQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return attachment(reply, await this.files.word(actor, id, by));
  }

  @Get('answers.xlsx')
  async excel(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return attachment(reply, await this.files.excel(actor, id));
  }

  @Post('answers/acceptance')
  @Takes(TickedOnPageInput)
  @Asks<DeskPages>('collect.acceptTicked', async (pages, { actor, params: { id }, body }) => {
    const meant = meantIn(body);
    // Nothing was ticked: the page says so.
    if (!meant.answers) return null;
    const { answers, setStatus, question, delegation } = readInput(TickedOnPageInput, unflatten(meant));
    const accepting = await pages.acceptance.accepting(actor, id!, ticksOf(answers));
    // What cannot be accepted is said where it was ticked; what nobody sees by it is taken back with one press after.
    if (!accepting || Object.keys(accepting.opens).length === 0) return null;
    const name = (await pages.rounds.findToManage(actor, id!)).title;
    return {
      name,
      consequences: consequencesOf(accepting, answers.length, setStatus),
      back: addressOf(id!, { question, delegation }),
    };
  })
  @OffersUndo()
  accept(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    return submitForm({
      input: TickedOnPageInput,
      body: meantIn(body),
      act: async ({ answers, setStatus, question, delegation }) => {
        const part = { question, delegation };
        const ticks = ticksOf(answers);
        const accepting = await this.acceptance.accepting(actor, id, ticks);
        await this.acceptance.accept(actor, id, ticks, setStatus);
        const accepted = ticks.map(({ entryId }) => entryId).join(' ');
        const undo = {
          action: `/rounds/${id}/answers/acceptance/removal`,
          fields: { accepted, ...sent(part) },
        };
        return redirect(
          addressOf(id, part),
          'notice.answersAccepted',
          accepting?.undoable ? undo : undefined,
        );
      },
      show: (state) => this.desk.refused(actor, id, state),
    });
  }

  /** Takes back acceptances that nobody has seen but the reporters. */
  @Post('answers/acceptance/removal')
  @Takes(AcceptedOnPageInput)
  async takeBack(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    const { accepted, ...part } = readInput(AcceptedOnPageInput, body);
    const done = await this.acceptance.takeBack(actor, id, entryIdsIn(accepted));
    return redirect(addressOf(id, part), TAKEN_BACK[done]);
  }
}

const addressOf = (id: string, { question, delegation }: Part) =>
  delegation
    ? `/rounds/${id}/addressees/${delegation}`
    : `/rounds/${id}/answers${question ? `?question=${question}` : ''}`;

const sent = ({ question, delegation }: Part): Record<string, string> => ({
  ...(question && { question }),
  ...(delegation && { delegation }),
});
