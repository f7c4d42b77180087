import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { HandOverService, statesOf } from '../../accounts/seats/hand-over.service.js';
import { Nomination } from '../../accounts/seats/nomination.entity.js';
import { NominationQuery } from '../../accounts/seats/nomination-query.service.js';
import { HandOverInput } from '../../accounts/people.dto.js';
import { can } from '../../accounts/roles.js';
import { Clock } from '../../platform/clock.js';
import { NotFoundError } from '../../platform/errors.js';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { dayIn } from '../../platform/i18n/dates.js';
import { addDays } from '../../platform/i18n/day.js';
import { emptyForm, type FormState, submitForm } from '../../platform/web/submit-form.js';
import { page, redirect } from '../../platform/web/page.js';
import { Panels } from '../../platform/web/panels.js';
import { MechanismsService } from '../mechanism/mechanisms.service.js';
import { SeatHistoryService } from './seat-history.service.js';
import { DelegationPage, HandOverPage } from './views/delegation.js';

/** A delegation's own people, and the way to hand a role over. */
@Controller('mechanisms/:mechanismId/delegation')
@Access('roles.handOver')
export class DelegationPages {
  constructor(
    private readonly mechanisms: MechanismsService,
    private readonly handOvers: HandOverService,
    private readonly nominations: NominationQuery,
    private readonly seatHistory: SeatHistoryService,
    private readonly clock: Clock,
    private readonly panels: Panels,
  ) {}

  @Get()
  async show(@CurrentActor() actor: Actor, @Param('mechanismId') id: string) {
    const grants = await this.handOvers.delegations(actor, id);
    const panels = await this.panels.render('delegation', actor, id);
    const waiting = await this.nominations.waitingIn(id, statesOf(actor, id));
    const history = await this.seatHistory.list(actor, id);
    const mechanism = await this.mechanisms.find(id);
    return page(<DelegationPage {...{ mechanism, grants, waiting, history, panels }} />);
  }

  @Get(':grantId')
  async form(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') id: string,
    @PathId('grantId') grantId: string,
  ) {
    const { zone } = await this.mechanisms.find(id);
    const fromDay = addDays(dayIn(zone, this.clock.now()), 1);
    return page(await this.sheet(actor, id, grantId, emptyForm({ fromDay, language: actor.language })));
  }

  @Post(':grantId')
  handOver(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') id: string,
    @PathId('grantId') grantId: string,
    @Body() body: unknown,
  ) {
    return submitForm({
      input: HandOverInput,
      body,
      act: async (input) => {
        const next = await this.handOvers.handOver(actor, grantId, input);
        // Somebody who hands over as of today has no delegation to look at any more.
        const manages = can(actor, 'people.manage', id);
        return redirect(manages ? `/mechanisms/${id}/people` : `/mechanisms/${id}`, noticeOf(next));
      },
      show: (state) => this.sheet(actor, id, grantId, state),
    });
  }

  private async sheet(actor: Actor, id: string, grantId: string, state: FormState) {
    const grant = await this.handOvers.find(actor, grantId);
    if (grant.mechanismId !== id) throw new NotFoundError('role');
    const back = can(actor, 'people.manage', id)
      ? `/mechanisms/${id}/people`
      : `/mechanisms/${id}/delegation`;
    return <HandOverPage mechanism={await this.mechanisms.find(id)} {...{ grant, state, back }} />;
  }
}

const noticeOf = (next: object) => (next instanceof Nomination ? 'notice.nominated' : 'notice.handedOver');
