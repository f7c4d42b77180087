import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access, InPerson } from '../platform/http/access.js';
import { type Actor, CurrentActor } from '../platform/http/actor.js';
import { Cookies } from '../platform/http/cookies.js';
import { PathId } from '../platform/http/path-id.js';
import { PasswordsService } from './passwords.service.js';
import { ChangePasswordInput, ProfileInput } from './people.dto.js';
import { PeopleService } from './people.service.js';
import { browserOf, forgetSession, setSessionCookie } from './sign-in/session-cookie.js';
import { SignInService } from './sign-in.service.js';

@ApiTags('account')
@ApiBearerAuth()
@Controller('api/v1/account')
@Access('signed-in')
export class AccountsApi {
  constructor(
    private readonly signIns: SignInService,
    private readonly passwords: PasswordsService,
    private readonly people: PeopleService,
    private readonly cookies: Cookies,
  ) {}

  /** Who the key or session belongs to, and what roles it reaches. */
  @Get()
  me(@CurrentActor() actor: Actor) {
    const { accountId: id, name, email, language, zone, administrator, grants } = actor;
    return { id, name, email, language, zone, administrator, roles: grants };
  }

  /** In a browser only: it is the person's own, beyond the mechanisms that a key reaches. */
  @Patch()
  @InPerson()
  async update(@CurrentActor() actor: Actor, @Body() input: ProfileInput) {
    await this.people.updateProfile(actor, input);
    return { ...this.me(actor), ...input };
  }

  /** Changes the password, and ends what is named in `ends`: in a browser only, with the present one. */
  @Post('password')
  @InPerson()
  @HttpCode(204)
  async changePassword(
    @CurrentActor() actor: Actor,
    @Body() input: ChangePasswordInput,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const account = await this.passwords.change(actor, input);
    const browser = browserOf(request, this.cookies);
    setSessionCookie(reply, await this.signIns.open(account, browser), browser, this.cookies);
  }

  /** The browsers the account is signed in with. */
  @Get('sessions')
  @InPerson()
  async sessions(@CurrentActor() actor: Actor) {
    const sessions = await this.signIns.sessionsOf(actor);
    const items = sessions.map(({ id, userAgent, address, createdAt, lastSeenAt }) => ({
      id,
      current: id === actor.sessionId,
      userAgent,
      address,
      createdAt,
      lastSeenAt,
    }));
    return { items, nextCursor: null };
  }

  /** Signs out in all other browsers. */
  @Post('sessions/end-others')
  @InPerson()
  @HttpCode(204)
  async endOthers(@CurrentActor() actor: Actor) {
    await this.signIns.signOutEverywhere(actor, 'others');
  }

  /** Signs out everywhere, here too. */
  @Post('sessions/end-all')
  @InPerson()
  @HttpCode(204)
  async endAll(@CurrentActor() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply) {
    await this.signIns.signOutEverywhere(actor, 'all');
    forgetSession(reply, this.cookies);
  }

  @Delete('sessions/:id')
  @InPerson()
  @HttpCode(204)
  async endSession(@CurrentActor() actor: Actor, @PathId() id: string) {
    await this.signIns.revoke(actor, id);
  }
}
