import { Body, Controller, Delete, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Access } from '../platform/http/access.js';
import { type Actor, CurrentActor } from '../platform/http/actor.js';
import { PathId } from '../platform/http/path-id.js';
import { ProfileInput, TokenInput } from './people.dto.js';
import { PeopleService } from './people.service.js';
import { SignInService } from './sign-in.service.js';
import { TokensService } from './tokens.service.js';

@ApiTags('account')
@ApiBearerAuth()
@Controller('api/v1/account')
export class AccountsApi {
  constructor(
    private readonly tokens: TokensService,
    private readonly signIns: SignInService,
    private readonly people: PeopleService,
  ) {}

  /** Who the token or session belongs to, and what roles it has. */
  @Get()
  @Access('signed-in')
  me(@CurrentActor() actor: Actor) {
    const { accountId: id, name, email, language, zone, administrator, grants } = actor;
    return { id, name, email, language, zone, administrator, roles: grants };
  }

  @Patch()
  @Access('signed-in')
  async update(@CurrentActor() actor: Actor, @Body() input: ProfileInput) {
    await this.people.updateProfile(actor, input);
    return { ...this.me(actor), ...input };
  }

  /** The browsers the account is signed in with. */
  @Get('sessions')
  @Access('signed-in')
  async sessions(@CurrentActor() actor: Actor) {
    const sessions = await this.signIns.sessionsOf(actor);
    const items = sessions.map(({ id, userAgent, address, createdAt, lastSeenAt }) => ({
      id,
      userAgent,
      address,
      createdAt,
      lastSeenAt,
    }));
    return { items, nextCursor: null };
  }

  @Delete('sessions/:id')
  @Access('signed-in')
  @HttpCode(204)
  async endSession(@CurrentActor() actor: Actor, @PathId() id: string) {
    await this.signIns.revoke(actor, id);
  }

  @Get('tokens')
  @Access('signed-in')
  async list(@CurrentActor() actor: Actor) {
    const tokens = await this.tokens.list(actor);
    return {
      items: tokens.map(({ id, label, prefix, createdAt, lastUsedAt, expiresAt }) => ({
        id,
        label,
        prefix,
        createdAt,
        lastUsedAt,
        expiresAt,
      })),
    };
  }

  /** Makes a token; the answer is the only time its secret can be read. */
  @Post('tokens')
  @Access('signed-in')
  async create(@CurrentActor() actor: Actor, @Body() input: TokenInput) {
    const expiresAt = input.expires ? new Date(`${input.expires}T23:59:59Z`) : null;
    return { token: await this.tokens.create(actor, actor.accountId!, input.label, expiresAt) };
  }

  @Delete('tokens/:id')
  @Access('signed-in')
  @HttpCode(204)
  async revoke(@CurrentActor() actor: Actor, @PathId() id: string) {
    await this.tokens.revoke(actor, id);
  }
}
