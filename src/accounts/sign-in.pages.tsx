import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../platform/config.js';
import { NotFoundError } from '../platform/errors.js';
import { Access } from '../platform/http/access.js';
import { type Actor, CurrentActor } from '../platform/http/actor.js';
import { isLanguage } from '../platform/i18n/i18n.js';
import { localPath } from '../platform/http/local-path.js';
import { emptyForm, submitForm } from '../platform/web/submit-form.js';
import { page, redirect } from '../platform/web/page.js';
import { LANGUAGE_COOKIE, SESSION_COOKIE } from './actor.resolver.js';
import { PasswordsService } from './passwords.service.js';
import { PasswordInput, ResetInput, SignInInput } from './people.dto.js';
import { type Browser, SignInService } from './sign-in.service.js';
import { ResetPage, SetPasswordPage, SignInPage } from './views/sign-in.js';

const YEAR_SECONDS = 365 * 86_400;

@Controller()
export class SignInPages {
  constructor(
    private readonly signIns: SignInService,
    private readonly passwords: PasswordsService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('sign-in')
  @Access('anyone')
  signInForm(@CurrentActor() actor: Actor, @Query('next') next?: string) {
    if (actor.kind !== 'visitor') return redirect(localPath(next) ?? '/');
    return page(<SignInPage state={emptyForm({ next })} />);
  }

  @Post('sign-in')
  @Access('anyone')
  signIn(
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return submitForm({
      input: SignInInput,
      body,
      act: async (input) => {
        this.remember(reply, await this.signIns.signIn(input.email, input.password, browserOf(request)));
        return redirect(localPath(input.next) ?? '/');
      },
      show: (state) => <SignInPage state={state} />,
    });
  }

  @Post('sign-out')
  @Access('signed-in')
  async signOut(@CurrentActor() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply) {
    if (actor.sessionId) await this.signIns.revoke(actor, actor.sessionId);
    reply.clearCookie(SESSION_COOKIE, { path: '/' });
    return redirect('/sign-in');
  }

  @Get('password')
  @Access('anyone')
  resetForm() {
    return page(<ResetPage state={emptyForm()} />);
  }

  @Post('password')
  @Access('anyone')
  requestReset(@Body() body: unknown) {
    return submitForm({
      input: ResetInput,
      body,
      act: async ({ email }) => {
        await this.passwords.requestReset(email);
        return redirect('/sign-in', 'notice.resetSent');
      },
      show: (state) => <ResetPage state={state} />,
    });
  }

  /** Shows only: a link scanner that opens it must not use it up. */
  @Get('password/:secret')
  @Access('anyone')
  async setForm(@Param('secret') secret: string) {
    const account = await this.passwords.accountOf(secret);
    return page(<SetPasswordPage secret={secret} email={account.email} state={emptyForm()} />);
  }

  @Post('password/:secret')
  @Access('anyone')
  async set(
    @Param('secret') secret: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { email } = await this.passwords.accountOf(secret);
    return submitForm({
      input: PasswordInput,
      body,
      act: async ({ password }) => {
        const account = await this.passwords.setByLink(secret, password);
        this.remember(reply, await this.signIns.open(account, browserOf(request)));
        return redirect('/', 'notice.passwordSet');
      },
      show: (state) => <SetPasswordPage secret={secret} email={email} state={state} />,
    });
  }

  /** The interface's language for this browser. It changes nothing but a cookie, so a link may do it. */
  @Get('language/:language')
  @Access('anyone')
  language(
    @Param('language') language: string,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query('next') next?: string,
  ) {
    if (!isLanguage(language)) throw new NotFoundError('language');
    const secure = this.config.publicUrl.startsWith('https:');
    reply.setCookie(LANGUAGE_COOKIE, language, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure,
      maxAge: YEAR_SECONDS,
    });
    return redirect(localPath(next) ?? '/');
  }

  private remember(reply: FastifyReply, secret: string): void {
    const secure = this.config.publicUrl.startsWith('https:');
    reply.setCookie(SESSION_COOKIE, secret, { path: '/', httpOnly: true, sameSite: 'lax', secure });
  }
}

const browserOf = (request: FastifyRequest): Browser => ({
  address: request.ip,
  userAgent: request.headers['user-agent'] ?? '',
});
