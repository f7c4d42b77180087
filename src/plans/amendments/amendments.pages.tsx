import { Body, Controller, Get, Post } from '@nestjs/common';
import { ConflictError } from '../../platform/errors.js';
import { Access, orSignIn } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { emptyForm, submitForm } from '../../platform/web/submit-form.js';
import { page, redirect } from '../../platform/web/page.js';
import { AmendmentInput } from './amendment.dto.js';
import { AmendmentsService } from './amendments.service.js';
import { PlansService } from '../plan/plans.service.js';
import { AmendmentFormPage, AmendmentsPage } from './views/amendments.js';

@Controller('plans/:id/amendments')
export class AmendmentsPages {
  constructor(
    private readonly plans: PlansService,
    private readonly amendments: AmendmentsService,
  ) {}

  @Get()
  @Access('anyone')
  async list(@CurrentActor() actor: Actor, @PathId() id: string) {
    const plan = await orSignIn(actor, this.plans.find(actor, id));
    const amendments = await this.amendments.list(actor, id);
    const existing = await this.amendments.existing(amendments);
    return page(<AmendmentsPage {...{ plan, amendments, existing }} />);
  }

  @Get('new')
  @Access('plans.edit')
  async newForm(@CurrentActor() actor: Actor, @PathId() id: string) {
    const plan = await this.plans.findToEdit(actor, id);
    if (plan.state !== 'adopted' || plan.amendmentId) throw new ConflictError('error.amendmentOpen');
    return page(<AmendmentFormPage plan={plan} state={emptyForm()} />);
  }

  @Post()
  @Access('plans.edit')
  async open(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    const plan = await this.plans.findToEdit(actor, id);
    return submitForm({
      input: AmendmentInput,
      body,
      act: async (input) => {
        await this.amendments.open(actor, id, input);
        return redirect(`/plans/${id}`, 'notice.amendmentOpened');
      },
      show: (state) => <AmendmentFormPage plan={plan} state={state} />,
    });
  }

  @Get('closing')
  @Access('plans.edit')
  async closingForm(@CurrentActor() actor: Actor, @PathId() id: string) {
    const plan = await this.plans.findToEdit(actor, id);
    const { reason, decidedBy, decidedOn } = await this.amendments.underWay(plan);
    const state = emptyForm({ reason, decidedBy, decidedOn });
    return page(<AmendmentFormPage plan={plan} state={state} closing />);
  }

  @Post('closing')
  @Access('plans.edit')
  async close(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    const plan = await this.plans.findToEdit(actor, id);
    return submitForm({
      input: AmendmentInput,
      body,
      act: async (input) => {
        await this.amendments.close(actor, id, input);
        return redirect(`/plans/${id}`, 'notice.amendmentClosed');
      },
      show: (state) => <AmendmentFormPage plan={plan} state={state} closing />,
    });
  }
}
