import { Body, Controller, Get, Post } from '@nestjs/common';
import { Access } from '../platform/http/access.js';
import { type Actor, CurrentActor } from '../platform/http/actor.js';
import { PathId } from '../platform/http/path-id.js';
import { emptyForm, type FormState, submitForm } from '../platform/web/submit-form.js';
import { page, redirect } from '../platform/web/page.js';
import { PasswordsService } from './passwords.service.js';
import { ChangePasswordInput, ProfileInput, TokenInput } from './people.dto.js';
import { PeopleService } from './people.service.js';
import { SignInService } from './sign-in.service.js';
import { TokensService } from './tokens.service.js';
import { AccountPage } from './views/account.js';
import { NewTokenPage } from './views/tokens.js';

@Controller('account')
@Access('signed-in')
export class AccountsPages {
  constructor(
    private readonly people: PeopleService,
    private readonly passwords: PasswordsService,
    private readonly signIns: SignInService,
    private readonly tokens: TokensService,
  ) {}

  @Get()
  async show(@CurrentActor() actor: Actor) {
    return page(await this.account(actor, {}));
  }

  @Post()
  save(@CurrentActor() actor: Actor, @Body() body: unknown) {
    return submitForm({
      input: ProfileInput,
      body,
      act: async (input) => {
        await this.people.updateProfile(actor, input);
        return redirect('/account', 'notice.saved');
      },
      show: (profile) => this.account(actor, { profile }),
    });
  }

  @Post('password')
  changePassword(@CurrentActor() actor: Actor, @Body() body: unknown) {
    return submitForm({
      input: ChangePasswordInput,
      body,
      act: async (input) => {
        await this.passwords.change(actor, input.current, input.password);
        return redirect('/sign-in', 'notice.passwordSet');
      },
      show: (password) => this.account(actor, { password }),
    });
  }

  @Post('sessions/:id/end')
  async endSession(@CurrentActor() actor: Actor, @PathId() id: string) {
    await this.signIns.revoke(actor, id);
    return redirect('/account', 'notice.sessionEnded');
  }

  @Post('tokens')
  createToken(@CurrentActor() actor: Actor, @Body() body: unknown) {
    return submitForm({
      input: TokenInput,
      body,
      act: async ({ label, expires }) => {
        const expiresAt = expires ? new Date(`${expires}T23:59:59Z`) : null;
        const secret = await this.tokens.create(actor, actor.accountId!, label, expiresAt);
        return page(<NewTokenPage label={label} secret={secret} />);
      },
      show: (token) => this.account(actor, { token }),
    });
  }

  @Post('tokens/:id/revoke')
  async revokeToken(@CurrentActor() actor: Actor, @PathId() id: string) {
    await this.tokens.revoke(actor, id);
    return redirect('/account', 'notice.tokenRevoked');
  }

  private async account(
    actor: Actor,
    states: { profile?: FormState; password?: FormState; token?: FormState },
  ) {
    const account = await this.people.find({ id: actor.accountId! });
    const { name, language, zone } = account!;
    const profile = states.profile ?? emptyForm({ name, language, zone });
    const [sessions, tokens] = await Promise.all([this.signIns.sessionsOf(actor), this.tokens.list(actor)]);
    return (
      <AccountPage
        profile={profile}
        password={states.password}
        token={states.token}
        sessions={sessions}
        tokens={tokens}
      />
    );
  }
}
