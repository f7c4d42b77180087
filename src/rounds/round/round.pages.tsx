import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import { InvalidError } from '../../platform/errors.js';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { emptyForm, type FormState, submitForm } from '../../platform/web/submit-form.js';
import { page, redirect } from '../../platform/web/page.js';
import { Asks, FINAL, mails } from '../../platform/web/presses/asks.js';
import { AnswersService } from '../answers/answers.service.js';
import { MatrixQuery } from '../desk/desk.dto.js';
import { DueDayInput } from './round.dto.js';
import type { Round } from './round.entity.js';
import { RoundLifecycleService } from './round-lifecycle.service.js';
import { RoundMailsService } from './round-mails.service.js';
import { RoundPageRenderer } from '../answers/round-page-renderer.js';
import { RoundQueryService } from './round-query.service.js';
import { DueDayPage } from './views/due-day.js';

/** One round, and the buttons that open, extend and close it. */
@Controller('rounds/:id')
export class RoundPages {
  constructor(
    private readonly rounds: RoundQueryService,
    private readonly lifecycle: RoundLifecycleService,
    private readonly sheet: RoundPageRenderer,
    private readonly answers: AnswersService,
    private readonly mechanisms: MechanismsService,
    private readonly mails: RoundMailsService,
  ) {}

  /** That a delegation's own people looked, signed in, is what `opened` says; no scanner can. */
  @Get()
  @Access('rounds.read')
  async show(@CurrentActor() actor: Actor, @PathId() id: string, @Query() { from }: MatrixQuery) {
    const seen = await this.rounds.find(actor, id);
    if (seen.round.state === 'open') await this.answers.opened(actor, seen.own);
    return page(await this.sheet.draw(actor, seen, { from }));
  }

  @Post('opening')
  @Access('rounds.manage')
  @Asks<RoundPages>('round.open', async (pages, { actor, params: { id } }) => ({
    name: (await pages.rounds.findToManage(actor, id!)).title,
    consequences: [...mails(await pages.lifecycle.told(actor, id!)), { key: 'press.round.open' }, FINAL],
    back: `/rounds/${id}`,
  }))
  async open(@CurrentActor() actor: Actor, @PathId() id: string) {
    try {
      await this.lifecycle.open(actor, id);
    } catch (error) {
      if (!(error instanceof InvalidError)) throw error;
      const seen = await this.rounds.find(actor, id);
      return page(await this.sheet.draw(actor, seen, { errors: error.fields }), error.status);
    }
    return redirect(`/rounds/${id}`, 'notice.roundOpened');
  }

  @Get('due-day')
  @Access('rounds.manage')
  async dayForm(@CurrentActor() actor: Actor, @PathId() id: string) {
    const round = await this.rounds.findToManage(actor, id);
    return page(await this.day(round, emptyForm({ dueDay: round.dueDay })));
  }

  @Post('due-day')
  @Access('rounds.manage')
  async extend(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    const round = await this.rounds.findToManage(actor, id);
    return submitForm({
      input: DueDayInput,
      body,
      act: async ({ dueDay }) => {
        await this.lifecycle.extend(actor, id, dueDay);
        return redirect(`/rounds/${id}`, 'notice.roundExtended');
      },
      show: (state) => this.day(round, state),
    });
  }

  @Post('mails/:mailId/retry')
  @Access('rounds.manage')
  async retryMail(@CurrentActor() actor: Actor, @PathId() id: string, @PathId('mailId') mailId: string) {
    await this.mails.retry(actor, id, mailId);
    return redirect(`/rounds/${id}`, 'notice.mailRetried');
  }

  @Post('closing')
  @Access('rounds.manage')
  @Asks<RoundPages>('round.close', async (pages, { actor, params: { id } }) => ({
    name: (await pages.rounds.findToManage(actor, id!)).title,
    consequences: [
      { key: 'press.round.close' },
      { key: 'press.round.left', values: { count: await pages.lifecycle.unfinished(actor, id!) } },
      FINAL,
    ],
    back: `/rounds/${id}`,
  }))
  async close(@CurrentActor() actor: Actor, @PathId() id: string) {
    await this.lifecycle.close(actor, id);
    return redirect(`/rounds/${id}`, 'notice.roundClosed');
  }

  private async day(round: Round, state: FormState) {
    return <DueDayPage mechanism={await this.mechanisms.find(round.mechanismId)} {...{ round, state }} />;
  }
}
