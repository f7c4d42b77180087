import { Body, Controller, Get, Post } from '@nestjs/common';
import { Access } from '../../platform/http/access.js';
import { Takes } from '../../platform/http/requests/body-limit.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { outcome, page, redirect } from '../../platform/web/page.js';
import { emptyForm, type FormState, submitForm } from '../../platform/web/submit-form.js';
import { PasskeysService } from './passkeys.service.js';
import { ProofService } from './proof.service.js';
import { NewPasskeyInput, ProofInput, RegisterPasskeyInput } from './second-factor.dto.js';
import { RemovePasskeyPage } from './views/confirm.js';
import { NewPasskeyPage, RegisterPasskeyPage } from './views/new-passkey.js';
import { HOME } from './views/parts.js';
import { RecoveryCodesPage } from './views/recovery-codes.js';

/** One's own passkeys. */
@Controller('account/second-factor/passkeys')
@Access('setting-up')
export class PasskeysPages {
  constructor(
    private readonly passkeys: PasskeysService,
    private readonly proof: ProofService,
  ) {}

  @Get('new')
  async newForm(@CurrentActor() actor: Actor) {
    return page(<NewPasskeyPage {...await this.step(actor)} />);
  }

  /** Leads to the page that asks the browser: it may do so once, for five minutes. */
  @Post('new')
  begin(@CurrentActor() actor: Actor, @Body() body: unknown) {
    return submitForm({
      input: NewPasskeyInput,
      body,
      act: async ({ label, current }) => {
        const options = await this.passkeys.toRegister(actor, current);
        return page(<RegisterPasskeyPage label={label} options={options} state={emptyForm()} />);
      },
      show: async (state) => <NewPasskeyPage {...await this.step(actor, state)} />,
    });
  }

  @Post()
  @Takes(RegisterPasskeyInput)
  register(@CurrentActor() actor: Actor, @Body() body: unknown) {
    return submitForm({
      input: RegisterPasskeyInput,
      body,
      act: async ({ label, response }) => {
        const codes = await this.passkeys.register(actor, label, response);
        return codes ? outcome(<RecoveryCodesPage codes={codes} />) : redirect(HOME, 'notice.passkeyAdded');
      },
      // A new challenge is asked for by beginning anew, with the current where it is needed.
      show: async (state) => <NewPasskeyPage {...await this.step(actor, state)} />,
    });
  }

  @Get(':id/remove')
  async removeForm(@CurrentActor() actor: Actor, @PathId() id: string) {
    return page(await this.removing(actor, id));
  }

  @Post(':id/remove')
  remove(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    return submitForm({
      input: ProofInput,
      body,
      act: async ({ current }) => {
        await this.passkeys.remove(actor, id, current);
        return redirect(HOME, 'notice.passkeyRemoved');
      },
      show: (state) => this.removing(actor, id, state),
    });
  }

  private async removing(actor: Actor, id: string, state?: FormState) {
    const passkey = await this.passkeys.find(actor, id);
    return <RemovePasskeyPage {...await this.step(actor, state)} passkey={passkey} />;
  }

  private async step(actor: Actor, state: FormState = emptyForm()) {
    return { state, fresh: await this.proof.isFresh(actor) };
  }
}
