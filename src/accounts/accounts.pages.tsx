import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access, InPerson } from '../platform/http/access.js';
import { Takes } from '../platform/http/requests/body-limit.js';
import { type Actor, CurrentActor } from '../platform/http/actor.js';
import { Cookies } from '../platform/http/cookies.js';
import { PathId } from '../platform/http/path-id.js';
import { emptyForm, type FormState, submitForm } from '../platform/web/submit-form.js';
import { page, redirect } from '../platform/web/page.js';
import { Panels } from '../platform/web/panels.js';
import { FactorsService } from './second-factor/factors.service.js';
import { PasswordsService } from './passwords.service.js';
import { ChangePasswordInput, ProfileInput } from './people.dto.js';
import { PeopleService } from './people.service.js';
import { browserOf, forgetSession, setSessionCookie } from './sign-in/session-cookie.js';
import { SignInService } from './sign-in.service.js';
import { AccountPage } from './views/account.js';

@Controller('account')
@Access('signed-in')
@InPerson()
export class AccountsPages {
  constructor(
    private readonly people: PeopleService,
    private readonly passwords: PasswordsService,
    private readonly signIns: SignInService,
    private readonly cookies: Cookies,
    private readonly factors: FactorsService,
    private readonly panels: Panels,
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
  @Takes(ChangePasswordInput)
  changePassword(
    @CurrentActor() actor: Actor,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return submitForm({
      input: ChangePasswordInput,
      body,
      act: async (input) => {
        const account = await this.passwords.change(actor, input);
        const browser = browserOf(request, this.cookies);
        setSessionCookie(reply, await this.signIns.open(account, browser), browser, this.cookies);
        return redirect('/account', 'notice.passwordSet');
      },
      show: (password) => this.account(actor, { password }),
    });
  }

  @Post('sessions/end-others')
  async endOthers(@CurrentActor() actor: Actor) {
    await this.signIns.signOutEverywhere(actor, 'others');
    return redirect('/account', 'notice.sessionsEnded');
  }

  @Post('sessions/end-all')
  async endAll(@CurrentActor() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply) {
    await this.signIns.signOutEverywhere(actor, 'all');
    forgetSession(reply, this.cookies);
    return redirect('/sign-in', 'notice.sessionsEnded');
  }

  @Post('sessions/:id/end')
  async endSession(@CurrentActor() actor: Actor, @PathId() id: string) {
    await this.signIns.revoke(actor, id);
    return redirect('/account', 'notice.sessionEnded');
  }

  private async account(actor: Actor, states: { profile?: FormState; password?: FormState }) {
    const account = await this.people.find({ id: actor.accountId! });
    const { name, language, zone, noShortcuts } = account!;
    const profile = states.profile ?? emptyForm({ name, language, zone, noShortcuts });
    const [sessions, factors, panels] = await Promise.all([
      this.signIns.sessionsOf(actor),
      this.factors.ofActor(actor),
      this.panels.render('own-account', actor, actor.accountId!),
    ]);
    return <AccountPage {...{ profile, sessions, factors, panels }} password={states.password} />;
  }
}
