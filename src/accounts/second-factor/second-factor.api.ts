import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, InPerson } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { AuthenticatorAppService } from './authenticator-app.service.js';
import { FactorsService } from './factors.service.js';
import { PasskeysService } from './passkeys.service.js';
import {
  OneTimeCodeInput,
  ProofInput,
  RegisterPasskeyInput,
  ResetFactorsInput,
} from './second-factor.dto.js';

/** All of it is for a person at a browser: a key is answered 403. */
@ApiTags('account')
@Controller('api/v1/account/second-factor')
@Access('setting-up')
@InPerson()
export class SecondFactorApi {
  constructor(
    private readonly factors: FactorsService,
    private readonly apps: AuthenticatorAppService,
    private readonly passkeys: PasskeysService,
  ) {}

  /** What is set up. */
  @Get()
  async show(@CurrentActor() actor: Actor) {
    const { since, appSince, passkeys, codesLeft } = await this.factors.ofActor(actor);
    const items = passkeys.map(({ id, label, createdAt, lastUsedAt }) => ({
      id,
      label,
      createdAt,
      lastUsedAt,
    }));
    return { since, app: appSince && { since: appSince }, passkeys: items, recoveryCodesLeft: codesLeft };
  }

  /** Makes the key of an authenticator app; it holds once it is confirmed. */
  @Post('app')
  beginApp(@CurrentActor() actor: Actor, @Body() { current }: ProofInput) {
    return this.apps.begin(actor, current);
  }

  /** Confirms the app by a code of it. With the first factor come recovery codes: they cannot be read again. */
  @Post('app/confirm')
  @HttpCode(200)
  async confirmApp(@CurrentActor() actor: Actor, @Body() { code }: OneTimeCodeInput) {
    return { recoveryCodes: await this.apps.confirm(actor, code) };
  }

  @Post('app/remove')
  @HttpCode(204)
  removeApp(@CurrentActor() actor: Actor, @Body() { current }: ProofInput) {
    return this.apps.remove(actor, current);
  }

  /** Makes recovery codes in place of those there are. They cannot be read again. */
  @Post('recovery-codes')
  async renewCodes(@CurrentActor() actor: Actor, @Body() { current }: ProofInput) {
    return { recoveryCodes: await this.factors.newCodes(actor, current) };
  }

  /** What to call `navigator.credentials.create` with (PublicKeyCredentialCreationOptionsJSON). */
  @Post('passkeys/options')
  passkeyOptions(@CurrentActor() actor: Actor, @Body() { current }: ProofInput) {
    return this.passkeys.toRegister(actor, current);
  }

  /** Keeps the passkey that was made; `response` is the RegistrationResponseJSON as text. */
  @Post('passkeys')
  async register(@CurrentActor() actor: Actor, @Body() { label, response }: RegisterPasskeyInput) {
    return { recoveryCodes: await this.passkeys.register(actor, label, response) };
  }

  @Post('passkeys/:id/remove')
  @HttpCode(204)
  removePasskey(@CurrentActor() actor: Actor, @PathId() id: string, @Body() { current }: ProofInput) {
    return this.passkeys.remove(actor, id, current);
  }
}

@ApiTags('accounts')
@Controller('api/v1/accounts')
export class ResetFactorsApi {
  constructor(private readonly factors: FactorsService) {}

  /** Takes the second factors of somebody who lost them, and ends their sessions. They are told by mail. */
  @Post(':id/second-factor/reset')
  @Access('installation.manage')
  @InPerson()
  @HttpCode(204)
  reset(@CurrentActor() actor: Actor, @PathId() id: string, @Body() input: ResetFactorsInput) {
    return this.factors.reset(actor, id, input);
  }
}
