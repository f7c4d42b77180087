import { Body, Controller, Get, Post } from '@nestjs/common';
import { NotFoundError } from '../../platform/errors.js';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { page, redirect } from '../../platform/web/page.js';
import { emptyForm, type FormState, submitForm } from '../../platform/web/submit-form.js';
import { PeopleService } from '../people.service.js';
import { FactorsService } from './factors.service.js';
import { ProofService } from './proof.service.js';
import { ResetFactorsInput } from './second-factor.dto.js';
import { ResetFactorsPage } from './views/reset.js';

/** For administrators: somebody lost the device and the codes. */
@Controller('accounts/:id/second-factor')
@Access('installation.manage')
export class ResetFactorsPages {
  constructor(
    private readonly people: PeopleService,
    private readonly factors: FactorsService,
    private readonly proof: ProofService,
  ) {}

  @Get()
  async form(@CurrentActor() actor: Actor, @PathId() id: string) {
    return page(await this.resetting(actor, id));
  }

  @Post()
  reset(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    return submitForm({
      input: ResetFactorsInput,
      body,
      act: async (input) => {
        await this.factors.reset(actor, id, input);
        return redirect(`/accounts/${id}/second-factor`, 'notice.factorsReset');
      },
      show: (state) => this.resetting(actor, id, state),
    });
  }

  private async resetting(actor: Actor, id: string, state: FormState = emptyForm()) {
    const account = await this.people.find({ id });
    if (!account) throw new NotFoundError('account');
    return <ResetFactorsPage account={account} state={state} fresh={await this.proof.isFresh(actor)} />;
  }
}
