import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access } from '../../platform/http/access.js';
import { Takes } from '../../platform/http/requests/body-limit.js';
import { Cookies } from '../../platform/http/cookies.js';
import { SecretAddresses } from '../../platform/http/secret-address.js';
import { readInput } from '../../platform/http/read-input.js';
import { page, redirect } from '../../platform/web/page.js';
import { emptyForm, type FormState, submitForm } from '../../platform/web/submit-form.js';
import { browserOf, SECOND_STEP_COOKIE, setSessionCookie } from '../sign-in/session-cookie.js';
import type { Browser } from '../sign-in.service.js';
import { FactorsService } from './factors.service.js';
import { PasskeysService } from './passkeys.service.js';
import { PENDING_SECONDS, PendingSignIns } from './pending-sign-ins.service.js';
import { BeginPasskeyInput, OneTimeCodeInput, PasskeySignInInput } from './second-factor.dto.js';
import type { PendingSignIn } from './second-factor.entity.js';
import { SecondStepService } from './second-step.service.js';
import { PasskeyPage, SecondStepPage } from './views/second-step.js';

/** The second step of signing in, and signing in by a passkey alone. */
@Controller('sign-in')
@Access('anyone')
export class SecondStepPages {
  constructor(
    private readonly steps: SecondStepService,
    private readonly pending: PendingSignIns,
    private readonly factors: FactorsService,
    private readonly passkeys: PasskeysService,
    private readonly cookies: Cookies,
    private readonly addresses: SecretAddresses,
  ) {}

  @Get('second-step')
  async show(@Req() request: FastifyRequest, @Query('by') by?: string) {
    const pending = await this.of(request);
    if (!pending?.account) return lapsed();
    return page(await this.asking(pending, by === 'recovery' ? 'recovery' : 'app', emptyForm()));
  }

  @Post('second-step')
  byApp(
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.byCode('app', body, request, reply);
  }

  @Post('second-step/recovery')
  byRecoveryCode(
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.byCode('recovery', body, request, reply);
  }

  /** Leads to the page that asks the browser for a passkey. */
  @Post('passkey')
  async askPasskey(
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { alone, next } = readInput(BeginPasskeyInput, body);
    const secret = alone
      ? await this.steps.beginAlone(this.addresses.leadingBack(next), browserOf(request, this.cookies))
      : this.cookies.get(request, SECOND_STEP_COOKIE);
    const pending = await this.pending.find(secret);
    if (!secret || !pending) return lapsed();
    if (alone) this.cookies.set(reply, SECOND_STEP_COOKIE, secret, PENDING_SECONDS);
    return page(<PasskeyPage options={await this.passkeys.toSignIn(pending)} state={emptyForm()} />);
  }

  @Post('passkey/verify')
  @Takes(PasskeySignInInput)
  async byPasskey(
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const pending = await this.of(request);
    if (!pending) return lapsed();
    return submitForm({
      input: PasskeySignInInput,
      body,
      act: async ({ response }) => {
        const browser = browserOf(request, this.cookies);
        const secret = await this.steps.byPasskey(pending, response, browser);
        return this.enter(reply, secret, pending, browser);
      },
      show: async (state) => <PasskeyPage options={await this.passkeys.toSignIn(pending)} state={state} />,
    });
  }

  private async byCode(by: 'app' | 'recovery', body: unknown, request: FastifyRequest, reply: FastifyReply) {
    const pending = await this.of(request);
    if (!pending?.account) return lapsed();
    return submitForm({
      input: OneTimeCodeInput,
      body,
      act: async ({ code }) => {
        const browser = browserOf(request, this.cookies);
        const secret =
          by === 'app'
            ? await this.steps.byApp(pending, code, browser)
            : await this.steps.byRecoveryCode(pending, code, browser);
        return this.enter(reply, secret, pending, browser);
      },
      // A code that was refused is worth nothing: it is typed anew.
      show: (state) => this.asking(pending, by, { ...state, values: {} }),
    });
  }

  private enter(reply: FastifyReply, secret: string, { next }: PendingSignIn, browser: Browser) {
    this.cookies.clear(reply, SECOND_STEP_COOKIE);
    setSessionCookie(reply, secret, browser, this.cookies);
    return redirect(this.addresses.leadingBack(next) ?? '/');
  }

  private async asking({ accountId }: PendingSignIn, by: 'app' | 'recovery', state: FormState) {
    return <SecondStepPage factors={await this.factors.of(accountId!)} by={by} state={state} />;
  }

  private of(request: FastifyRequest): Promise<PendingSignIn | null> {
    return this.pending.find(this.cookies.get(request, SECOND_STEP_COOKIE));
  }
}

const lapsed = () => redirect('/sign-in', 'error.signInLapsed');
