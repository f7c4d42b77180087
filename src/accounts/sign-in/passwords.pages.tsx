import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { Takes } from '../../platform/http/requests/body-limit.js';
import { afterAnswer } from '../../platform/http/after-answer.js';
import { Cookies } from '../../platform/http/cookies.js';
import { SecretAddress, SecretAddresses } from '../../platform/http/secret-address.js';
import { page, redirect } from '../../platform/web/page.js';
import { emptyForm, submitForm } from '../../platform/web/submit-form.js';
import { PasswordsService } from '../passwords.service.js';
import { PasswordByLinkInput, ResetInput } from '../people.dto.js';
import { browserOf, letIn } from './session-cookie.js';
import { SignInService } from '../sign-in.service.js';
import { ResetPage, SetPasswordPage } from './views/password.js';

/** A forgotten password, and the link by which one is set. */
@Controller('password')
@Access('anyone')
export class PasswordsPages {
  constructor(
    private readonly signIns: SignInService,
    private readonly passwords: PasswordsService,
    private readonly cookies: Cookies,
    private readonly addresses: SecretAddresses,
  ) {}

  @Get()
  resetForm() {
    return page(<ResetPage state={emptyForm()} />);
  }

  @Post()
  requestReset(
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return submitForm({
      input: ResetInput,
      body,
      act: async ({ email }) => {
        await this.passwords.admitReset(email, request.ip);
        afterAnswer(reply, () => this.passwords.requestReset(email));
        return redirect('/sign-in', 'notice.resetSent');
      },
      show: (state) => <ResetPage state={state} />,
    });
  }

  /** Shows only: a link scanner that opens it must not use it up. */
  @Get(':secret')
  @SecretAddress()
  async setForm(@Param('secret') secret: string, @Query('next') next?: string) {
    const account = await this.passwords.accountOf(secret);
    const state = emptyForm({ next: this.addresses.leadingBack(next) ?? undefined });
    return page(<SetPasswordPage secret={secret} account={account} state={state} />);
  }

  @Post(':secret')
  @SecretAddress()
  @Takes(PasswordByLinkInput)
  async set(
    @CurrentActor() { language }: Actor,
    @Param('secret') secret: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const known = await this.passwords.accountOf(secret);
    return submitForm({
      input: PasswordByLinkInput,
      body,
      act: async ({ password, ends, next }) => {
        const account = await this.passwords.setByLink(secret, password, ends, language);
        const browser = browserOf(request, this.cookies);
        const entry = await this.signIns.enter(account, browser);
        const on = this.addresses.leadingBack(next) ?? '/';
        return redirect(letIn(reply, entry, on, { browser, cookies: this.cookies }), 'notice.passwordSet');
      },
      show: (state) => <SetPasswordPage secret={secret} account={known} state={state} />,
    });
  }
}
