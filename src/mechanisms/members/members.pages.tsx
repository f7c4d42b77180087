import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { demand } from '../../accounts/roles.js';
import { States } from '../../accounts/states.js';
import { Clock } from '../../platform/clock.js';
import { NotFoundError } from '../../platform/errors.js';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { dayIn } from '../../platform/i18n/dates.js';
import { emptyForm, type FormState, submitForm } from '../../platform/web/submit-form.js';
import { page, redirect } from '../../platform/web/page.js';
import { EndInput } from '../mechanism/mechanism.dto.js';
import { MembershipInput } from './membership.dto.js';
import { MechanismsService } from '../mechanism/mechanisms.service.js';
import { MembersService } from './members.service.js';
import { EndPage } from '../mechanism/views/end.js';
import { MembersPage } from './views/members.js';

@Controller('mechanisms/:mechanismId/members')
@Access('mechanism.edit')
export class MembersPages {
  constructor(
    private readonly mechanisms: MechanismsService,
    private readonly members: MembersService,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@CurrentActor() actor: Actor, @Param('mechanismId') id: string) {
    return page(await this.list(actor, id, emptyForm({ kind: 'member' })));
  }

  @Post()
  add(@CurrentActor() actor: Actor, @Param('mechanismId') id: string, @Body() body: unknown) {
    return submitForm({
      input: MembershipInput,
      body,
      act: async (input) => {
        await this.members.add(actor, id, input);
        return redirect(`/mechanisms/${id}/members`, 'notice.saved');
      },
      show: (state) => this.list(actor, id, state),
    });
  }

  @Get(':membershipId/end')
  async endForm(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') id: string,
    @Param('membershipId') membershipId: string,
  ) {
    const { zone } = await this.mechanisms.find(id);
    const state = emptyForm({ untilDay: dayIn(zone, this.clock.now()) });
    return page(await this.ending(actor, id, membershipId, state));
  }

  @Post(':membershipId/end')
  end(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') id: string,
    @Param('membershipId') membershipId: string,
    @Body() body: unknown,
  ) {
    return submitForm({
      input: EndInput,
      body,
      act: async ({ untilDay }) => {
        await this.members.end(actor, membershipId, untilDay);
        return redirect(`/mechanisms/${id}/members`, 'notice.saved');
      },
      show: (state) => this.ending(actor, id, membershipId, state),
    });
  }

  private async list(actor: Actor, id: string, state: FormState) {
    demand(actor, 'mechanism.edit', id, 'mechanism');
    const mechanism = await this.mechanisms.find(id);
    return <MembersPage mechanism={mechanism} memberships={await this.members.listFor(id)} state={state} />;
  }

  private async ending(actor: Actor, id: string, membershipId: string, state: FormState) {
    demand(actor, 'mechanism.edit', id, 'mechanism');
    const mechanism = await this.mechanisms.find(id);
    const membership = (await this.members.listFor(id)).find((one) => one.id === membershipId);
    if (!membership) throw new NotFoundError('membership');
    const name = States.name(membership.stateCode, actor.language);
    return <EndPage kind="membership" mechanism={mechanism} id={membershipId} name={name} state={state} />;
  }
}
