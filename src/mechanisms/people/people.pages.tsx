import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { EndGrantInput, InviteInput } from '../../accounts/people.dto.js';
import { Clock } from '../../platform/clock.js';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { dayIn } from '../../platform/i18n/dates.js';
import { emptyForm, type FormState, submitForm } from '../../platform/web/submit-form.js';
import { page, redirect } from '../../platform/web/page.js';
import { MechanismsService } from '../mechanism/mechanisms.service.js';
import { MechanismPeopleService } from './mechanism-people.service.js';
import { PeoplePage } from './views/people.js';
import { EndRolePage } from './views/end-role.js';

@Controller('mechanisms/:mechanismId/people')
@Access('people.manage')
export class PeoplePages {
  constructor(
    private readonly mechanisms: MechanismsService,
    private readonly people: MechanismPeopleService,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@CurrentActor() actor: Actor, @Param('mechanismId') id: string) {
    const { languages } = await this.mechanisms.find(id);
    // A new account is in UTC: a role from the actor's own day, where that is ahead, would begin hours from now.
    const fromDay = [this.today(actor.zone), this.today('UTC')].sort()[0];
    const state = emptyForm({ fromDay, role: 'focal-point', language: languages[0] });
    return page(await this.list(actor, id, state));
  }

  @Post()
  invite(@CurrentActor() actor: Actor, @Param('mechanismId') id: string, @Body() body: unknown) {
    return submitForm({
      input: InviteInput,
      body,
      act: async (input) => {
        await this.people.invite(actor, id, input);
        return redirect(`/mechanisms/${id}/people`, 'notice.invited');
      },
      show: (state) => this.list(actor, id, state),
    });
  }

  @Get(':grantId/end')
  async endForm(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') id: string,
    @Param('grantId') grantId: string,
  ) {
    return page(await this.ending(actor, id, grantId, emptyForm({ untilDay: this.today(actor.zone) })));
  }

  @Post(':grantId/end')
  end(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') id: string,
    @Param('grantId') grantId: string,
    @Body() body: unknown,
  ) {
    return submitForm({
      input: EndGrantInput,
      body,
      act: async ({ untilDay }) => {
        await this.people.end(actor, grantId, untilDay);
        return redirect(`/mechanisms/${id}/people`, 'notice.roleEnds');
      },
      show: (state) => this.ending(actor, id, grantId, state),
    });
  }

  @Post(':grantId/mail/retry')
  async retryMail(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') id: string,
    @Param('grantId') grantId: string,
  ) {
    await this.people.retryMail(actor, id, grantId);
    return redirect(`/mechanisms/${id}/people`, 'notice.mailRetried');
  }

  private async list(actor: Actor, id: string, state: FormState) {
    const grants = await this.people.list(actor, id);
    const [mechanism, mails, secondFactor] = await Promise.all([
      this.mechanisms.find(id),
      this.people.undelivered(grants),
      this.people.secondFactorRule(id),
    ]);
    return <PeoplePage {...{ mechanism, grants, mails, state, secondFactor }} />;
  }

  private async ending(actor: Actor, id: string, grantId: string, state: FormState) {
    const grant = await this.people.find(actor, id, grantId);
    return <EndRolePage mechanism={await this.mechanisms.find(id)} grant={grant} state={state} />;
  }

  private today(zone: string) {
    return dayIn(zone, this.clock.now());
  }
}
