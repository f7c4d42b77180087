import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { NotFoundError } from '../../platform/errors.js';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { Cookies } from '../../platform/http/cookies.js';
import { SecretAddresses } from '../../platform/http/secret-address.js';
import { localPath } from '../../platform/http/local-path.js';
import { isLanguage } from '../../platform/i18n/i18n.js';
import { page, redirect } from '../../platform/web/page.js';
import { emptyForm, submitForm } from '../../platform/web/submit-form.js';
import { PeopleService } from '../people.service.js';
import { LANGUAGE_COOKIE } from '../actor.resolver.js';
import { LanguageInput, SignInInput } from '../people.dto.js';
import { browserOf, forgetSession, letIn } from './session-cookie.js';
import { PasskeysService } from '../second-factor/passkeys.service.js';
import { SignInService } from '../sign-in.service.js';
import { SignInPage } from './views/sign-in.js';

const YEAR_SECONDS = 365 * 86_400;

@Controller()
export class SignInPages {
  constructor(
    private readonly signIns: SignInService,
    private readonly cookies: Cookies,
    private readonly passkeys: PasskeysService,
    private readonly addresses: SecretAddresses,
    private readonly people: PeopleService,
  ) {}

  @Get('sign-in')
  @Access('anyone')
  signInForm(@CurrentActor() actor: Actor, @Query('next') next?: string) {
    const back = this.addresses.leadingBack(next);
    if (actor.kind !== 'visitor') return redirect(back ?? '/');
    const state = emptyForm({ next: back ?? undefined });
    return page(<SignInPage state={state} passkeys={this.passkeys.possible} />);
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
        const browser = browserOf(request, this.cookies);
        const next = this.addresses.leadingBack(input.next);
        const entry = await this.signIns.signIn({ ...input, next }, browser);
        return redirect(letIn(reply, entry, next ?? '/', { browser, cookies: this.cookies }));
      },
      show: (state) => <SignInPage state={state} passkeys={this.passkeys.possible} />,
    });
  }

  @Post('sign-out')
  @Access('setting-up')
  async signOut(@CurrentActor() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply) {
    if (actor.sessionId) await this.signIns.revoke(actor, actor.sessionId);
    forgetSession(reply, this.cookies);
    return redirect('/sign-in', 'notice.signedOut');
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
    this.cookies.set(reply, LANGUAGE_COOKIE, language, YEAR_SECONDS);
    return redirect(this.addresses.leadingBack(next) ?? '/');
  }

  /**
   * The same from a page whose address is secret, which stands in the form and in no address; and of who is signed in,
   * whose account keeps it: mails come in it, and other browsers begin with it.
   */
  @Post('language')
  @Access('anyone')
  async languageHere(
    @CurrentActor() actor: Actor,
    @Body() { language, next }: LanguageInput,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    if (actor.kind === 'person') await this.people.chooseLanguage(actor, language);
    this.cookies.set(reply, LANGUAGE_COOKIE, language, YEAR_SECONDS);
    return redirect(localPath(next) ?? '/');
  }
}
