import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { MechanismsService } from '../mechanisms/mechanism/mechanisms.service.js';
import { Access } from '../platform/http/access.js';
import { type Actor, CurrentActor } from '../platform/http/actor.js';
import { emptyForm, type FormState, submitForm } from '../platform/web/submit-form.js';
import { page, redirect } from '../platform/web/page.js';
import { SettingInput } from './clearance.dto.js';
import { ClearanceSettingsService } from './clearance-settings.service.js';
import { ProposalsService } from './proposals.service.js';
import { ClearanceSettingsPage } from './views/settings.js';

/** The steps a delegation settles for itself. */
@ApiExcludeController()
@Controller('mechanisms/:mechanismId/delegations/:state/clearance')
@Access('signed-in')
export class ClearanceSettingsPages {
  constructor(
    private readonly settings: ClearanceSettingsService,
    private readonly proposals: ProposalsService,
    private readonly mechanisms: MechanismsService,
  ) {}

  @Get()
  async show(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') mechanismId: string,
    @Param('state') state: string,
  ) {
    return page(await this.sheet(actor, mechanismId, state));
  }

  @Post()
  save(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') mechanismId: string,
    @Param('state') state: string,
    @Body() body: unknown,
  ) {
    return submitForm({
      input: SettingInput,
      body,
      act: async (input) => {
        const holds = await this.proposals.propose(actor, mechanismId, state, input);
        return redirect(
          pageOf(mechanismId, state),
          holds ? 'notice.clearance.settled' : 'notice.clearance.proposed',
        );
      },
      show: (form) => this.sheet(actor, mechanismId, state, form),
    });
  }

  @Post('consent')
  async consent(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') mechanismId: string,
    @Param('state') state: string,
  ) {
    await this.proposals.consent(actor, mechanismId, state);
    return redirect(pageOf(mechanismId, state), 'notice.clearance.consented');
  }

  @Post('objection')
  async object(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') mechanismId: string,
    @Param('state') state: string,
  ) {
    await this.proposals.object(actor, mechanismId, state);
    return redirect(pageOf(mechanismId, state), 'notice.clearance.proposalEnded');
  }

  @Post('proposal-removal')
  async takeBack(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') mechanismId: string,
    @Param('state') state: string,
  ) {
    await this.proposals.takeBack(actor, mechanismId, state);
    return redirect(pageOf(mechanismId, state), 'notice.clearance.proposalEnded');
  }

  private async sheet(actor: Actor, mechanismId: string, state: string, form?: FormState) {
    const settled = await this.settings.find(actor, mechanismId, state);
    const { version, steps } = settled.setting;
    const shown = form ?? emptyForm({ version, steps: Object.fromEntries(steps.entries()) });
    return (
      <ClearanceSettingsPage
        mechanism={await this.mechanisms.find(mechanismId)}
        {...{ settled }}
        state={shown}
      />
    );
  }
}

const pageOf = (mechanismId: string, state: string) =>
  `/mechanisms/${mechanismId}/delegations/${state}/clearance`;
