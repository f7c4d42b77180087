import { Body, Controller, Get, Post } from '@nestjs/common';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { outcome, page, redirect } from '../../platform/web/page.js';
import { emptyForm, type FormState, submitForm } from '../../platform/web/submit-form.js';
import { AuthenticatorAppService } from './authenticator-app.service.js';
import { FactorsService } from './factors.service.js';
import { PasskeysService } from './passkeys.service.js';
import { ProofService } from './proof.service.js';
import { OneTimeCodeInput, ProofInput } from './second-factor.dto.js';
import { BeginAppPage, ConfirmAppPage } from './views/app.js';
import { RemoveAppPage, RenewCodesPage } from './views/confirm.js';
import { SecondFactorPage } from './views/overview.js';
import { HOME } from './views/parts.js';
import { RecoveryCodesPage } from './views/recovery-codes.js';

/** How one signs in besides the password: the authenticator app and the recovery codes. */
@Controller('account/second-factor')
@Access('setting-up')
export class SecondFactorPages {
  constructor(
    private readonly factors: FactorsService,
    private readonly apps: AuthenticatorAppService,
    private readonly passkeys: PasskeysService,
    private readonly proof: ProofService,
  ) {}

  @Get()
  async show(@CurrentActor() actor: Actor) {
    const factors = await this.factors.ofActor(actor);
    return page(<SecondFactorPage factors={factors} passkeysPossible={this.passkeys.possible} />);
  }

  @Get('app')
  async app(@CurrentActor() actor: Actor) {
    const setUp = await this.apps.underWay(actor);
    if (setUp) return page(<ConfirmAppPage setUp={setUp} state={emptyForm()} />);
    return page(<BeginAppPage {...await this.step(actor)} />);
  }

  @Post('app')
  beginApp(@CurrentActor() actor: Actor, @Body() body: unknown) {
    return submitForm({
      input: ProofInput,
      body,
      act: async ({ current }) => {
        await this.apps.begin(actor, current);
        return redirect(`${HOME}/app`);
      },
      show: async (state) => <BeginAppPage {...await this.step(actor, state)} />,
    });
  }

  @Post('app/confirm')
  async confirmApp(@CurrentActor() actor: Actor, @Body() body: unknown) {
    const setUp = await this.apps.underWay(actor);
    if (!setUp) return redirect(`${HOME}/app`, 'error.setUpLapsed');
    return submitForm({
      input: OneTimeCodeInput,
      body,
      act: async ({ code }) => {
        const codes = await this.apps.confirm(actor, code);
        return codes ? outcome(<RecoveryCodesPage codes={codes} />) : redirect(HOME, 'notice.appSetUp');
      },
      show: (state) => <ConfirmAppPage setUp={setUp} state={state} />,
    });
  }

  @Get('app/remove')
  async removeAppForm(@CurrentActor() actor: Actor) {
    return page(<RemoveAppPage {...await this.step(actor)} />);
  }

  @Post('app/remove')
  removeApp(@CurrentActor() actor: Actor, @Body() body: unknown) {
    return submitForm({
      input: ProofInput,
      body,
      act: async ({ current }) => {
        await this.apps.remove(actor, current);
        return redirect(HOME, 'notice.appRemoved');
      },
      show: async (state) => <RemoveAppPage {...await this.step(actor, state)} />,
    });
  }

  @Get('recovery-codes')
  async codesForm(@CurrentActor() actor: Actor) {
    return page(<RenewCodesPage {...await this.step(actor)} />);
  }

  @Post('recovery-codes')
  renewCodes(@CurrentActor() actor: Actor, @Body() body: unknown) {
    return submitForm({
      input: ProofInput,
      body,
      act: async ({ current }) => {
        const codes = await this.factors.newCodes(actor, current);
        return outcome(<RecoveryCodesPage codes={codes} />);
      },
      show: async (state) => <RenewCodesPage {...await this.step(actor, state)} />,
    });
  }

  private async step(actor: Actor, state: FormState = emptyForm()) {
    return { state, fresh: await this.proof.isFresh(actor) };
  }
}
