import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { can, demand } from '../../accounts/roles.js';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import { Clock } from '../../platform/clock.js';
import { Access } from '../../platform/http/access.js';
import { Takes } from '../../platform/http/requests/body-limit.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { dayIn } from '../../platform/i18n/dates.js';
import { addDays } from '../../platform/i18n/day.js';
import { emptyForm, type FormState, submitForm } from '../../platform/web/submit-form.js';
import { page, redirect } from '../../platform/web/page.js';
import { Asks, FINAL } from '../../platform/web/presses/asks.js';
import { CallProgressService } from '../desk/call-progress.service.js';
import { RoundChange, RoundInput } from './round.dto.js';
import type { Round } from './round.entity.js';
import { RoundQueryService } from './round-query.service.js';
import { RoundsService } from './rounds.service.js';
import { RoundFormPage } from './views/round-form.js';
import { RoundsPage } from './views/rounds.js';

/** What a form of a new round holds: six weeks to answer, about the year so far. */
const USUAL_DAYS = 42;

/** A mechanism's rounds, and the forms of their drafts. */
@Controller()
export class RoundsPages {
  constructor(
    private readonly rounds: RoundsService,
    private readonly query: RoundQueryService,
    private readonly mechanisms: MechanismsService,
    private readonly clock: Clock,
    private readonly progress: CallProgressService,
  ) {}

  @Get('mechanisms/:mechanismId/rounds')
  @Access('rounds.read')
  async list(@CurrentActor() actor: Actor, @Param('mechanismId') mechanismId: string) {
    const rounds = await this.query.list(actor, mechanismId);
    const mechanism = await this.mechanisms.find(mechanismId);
    const manages = can(actor, 'rounds.manage', mechanismId);
    const progress = manages ? await this.progress.of(rounds.map(({ round }) => round.id)) : null;
    return page(<RoundsPage {...{ mechanism, rounds, progress }} />);
  }

  @Get('mechanisms/:mechanismId/rounds/new')
  @Access('rounds.manage')
  async newForm(@CurrentActor() actor: Actor, @Param('mechanismId') mechanismId: string) {
    demand(actor, 'rounds.manage', mechanismId, 'mechanism');
    const { zone, languages } = await this.mechanisms.find(mechanismId);
    const today = dayIn(zone, this.clock.now());
    const state = emptyForm({
      title: { original: languages[0] },
      dueDay: addDays(today, USUAL_DAYS),
      periodStart: `${today.slice(0, 4)}-01-01`,
      periodEnd: addDays(today, USUAL_DAYS),
      languages,
    });
    return page(await this.form(mechanismId, null, state));
  }

  @Post('mechanisms/:mechanismId/rounds')
  @Access('rounds.manage')
  @Takes(RoundInput)
  create(@CurrentActor() actor: Actor, @Param('mechanismId') mechanismId: string, @Body() body: unknown) {
    return submitForm({
      input: RoundInput,
      body,
      act: async (input) => {
        const { id } = await this.rounds.create(actor, mechanismId, input);
        return redirect(`/rounds/${id}`, 'notice.roundCreated');
      },
      show: (state) => this.form(mechanismId, null, state),
    });
  }

  @Get('rounds/:id/edit')
  @Access('rounds.manage')
  async editForm(@CurrentActor() actor: Actor, @PathId() id: string) {
    const round = await this.query.findToManage(actor, id);
    const { title, reason, dueDay, periodStart, periodEnd, languages, version } = round;
    const values = { title, reason, dueDay, periodStart, periodEnd, languages, version };
    return page(await this.form(round.mechanismId, round, emptyForm(values)));
  }

  @Post('rounds/:id/edit')
  @Access('rounds.manage')
  @Takes(RoundChange)
  async update(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    const round = await this.query.findToManage(actor, id);
    return submitForm({
      input: RoundChange,
      body,
      act: async (change) => {
        await this.rounds.update(actor, id, change);
        return redirect(`/rounds/${id}`, 'notice.saved');
      },
      show: (state) => this.form(round.mechanismId, round, state),
    });
  }

  @Post('rounds/:id/removal')
  @Access('rounds.manage')
  @Asks<RoundsPages>('round.remove', async (pages, { actor, params: { id } }) => ({
    name: (await pages.query.findToManage(actor, id!)).title,
    consequences: [{ key: 'press.gone' }, FINAL],
    back: `/rounds/${id}`,
  }))
  async remove(@CurrentActor() actor: Actor, @PathId() id: string) {
    const { mechanismId } = await this.query.findToManage(actor, id);
    await this.rounds.remove(actor, id);
    return redirect(`/mechanisms/${mechanismId}/rounds`, 'notice.roundRemoved');
  }

  private async form(mechanismId: string, round: Round | null, state: FormState) {
    return <RoundFormPage mechanism={await this.mechanisms.find(mechanismId)} round={round} state={state} />;
  }
}
