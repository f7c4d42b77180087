import { Body, Controller, Get, Post } from '@nestjs/common';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import { Clock } from '../../platform/clock.js';
import { ForbiddenError } from '../../platform/errors.js';
import { Access } from '../../platform/http/access.js';
import { Takes } from '../../platform/http/requests/body-limit.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { readInput } from '../../platform/http/read-input.js';
import { dayIn } from '../../platform/i18n/dates.js';
import { emptyForm, type FormState, submitForm } from '../../platform/web/submit-form.js';
import { page, redirect } from '../../platform/web/page.js';
import { ChoosableItemsService } from '../../plans/choosing/choosable-items.service.js';
import { PlansService } from '../../plans/plan/plans.service.js';
import { addresseeValues } from './addressees.js';
import { DecisionChange, DecisionInput } from './decision.dto.js';
import type { Decision } from './decision.entity.js';
import { DecisionQueryService } from './decision-query.service.js';
import { DecisionsService } from './decisions.service.js';
import { OrderStepInput } from '../agenda/agenda.dto.js';
import { MeetingRemovalInput } from '../meeting/meeting.dto.js';
import type { Meeting } from '../meeting/meeting.entity.js';
import { decisionResource } from './decision.resource.js';
import { MeetingsService } from '../meeting/meetings.service.js';
import { DecisionPage } from './views/decision-form.js';
import { DecisionRemovalPage } from '../meeting/views/meeting-removal.js';

@Controller()
@Access('meetings.edit')
export class DecisionsPages {
  constructor(
    private readonly meetings: MeetingsService,
    private readonly decisions: DecisionsService,
    private readonly decisionQuery: DecisionQueryService,
    private readonly mechanisms: MechanismsService,
    private readonly plans: PlansService,
    private readonly choosable: ChoosableItemsService,
    private readonly clock: Clock,
  ) {}

  @Get('meetings/:id/decisions/new')
  async newForm(@CurrentActor() actor: Actor, @PathId() id: string) {
    const meeting = await this.meetings.findToEdit(actor, id);
    return page(await this.form(actor, meeting, null, emptyForm()));
  }

  @Post('meetings/:id/decisions')
  @Takes(DecisionInput)
  async add(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    const meeting = await this.meetings.findToEdit(actor, id);
    return submitForm({
      input: DecisionInput,
      body,
      act: async (input) => {
        const decision = await this.decisions.add(actor, id, input);
        return redirect(`/meetings/${id}#decision-${decision.id}`, 'notice.decisionAdded');
      },
      show: (state) => this.form(actor, meeting, null, state),
    });
  }

  @Get('decisions/:id/edit')
  async editForm(@CurrentActor() actor: Actor, @PathId() id: string) {
    const { decision, meeting } = await this.decisionQuery.findToEdit(actor, id);
    const { addressees, ...values } = decisionResource(decision);
    const state = emptyForm({ ...values, ...addresseeValues(addressees) });
    return page(await this.form(actor, meeting, decision, state));
  }

  @Post('decisions/:id')
  @Takes(DecisionChange)
  async update(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    const { decision, meeting } = await this.decisionQuery.findToEdit(actor, id);
    return submitForm({
      input: DecisionChange,
      body,
      act: async (input) => {
        await this.decisions.update(actor, id, input);
        return redirect(`/meetings/${meeting.id}#decision-${id}`, 'notice.saved');
      },
      show: (state) => this.form(actor, meeting, decision, state),
    });
  }

  @Post('decisions/:id/step')
  async step(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    const meetingId = await this.decisions.step(actor, id, readInput(OrderStepInput, body).direction);
    return redirect(`/meetings/${meetingId}#decision-${id}`);
  }

  @Get('decisions/:id/removal')
  async removalForm(@CurrentActor() actor: Actor, @PathId() id: string) {
    return page(<DecisionRemovalPage {...await this.decisionQuery.findToEdit(actor, id)} />);
  }

  @Post('decisions/:id/removal')
  async remove(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    if (!readInput(MeetingRemovalInput, body).confirmed) throw new ForbiddenError('error.confirm');
    const meetingId = await this.decisions.remove(actor, id);
    return redirect(`/meetings/${meetingId}#decisions`, 'notice.decisionRemoved');
  }

  private async form(actor: Actor, meeting: Meeting, decision: Decision | null, state: FormState) {
    const { mechanismId } = meeting;
    const mechanism = await this.mechanisms.find(mechanismId);
    const today = dayIn(mechanism.zone, this.clock.now());
    const [members, plans] = await Promise.all([
      this.mechanisms.memberStates(mechanismId, today),
      this.plans.list(actor, mechanismId),
    ]);
    const items = await this.choosable.from(actor, plans, state.values);
    return <DecisionPage {...{ meeting, mechanism, decision, members, items, state }} />;
  }
}
