import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Access, InPerson } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { TokensService } from './tokens.service.js';
import { TokenInput } from './key.dto.js';

/** Keys, as their person sees them in a browser: a key makes none, ends none and lists none. */
@ApiTags('account')
@ApiBearerAuth()
@Controller('api/v1/account/tokens')
@Access('signed-in')
@InPerson()
export class TokensApi {
  constructor(private readonly tokens: TokensService) {}

  @Get()
  async list(@CurrentActor() actor: Actor) {
    const tokens = await this.tokens.list(actor);
    const items = tokens.map((token) => ({
      id: token.id,
      label: token.label,
      prefix: token.prefix,
      scope: token.canWrite ? 'write' : 'read',
      mechanisms: token.mechanismIds ?? [],
      administrator: token.administrator,
      createdAt: token.createdAt,
      lastUsedDay: token.lastUsedAt?.toISOString().slice(0, 10) ?? null,
      expiresAt: token.expiresAt,
    }));
    return { items, nextCursor: null };
  }

  /** Makes a key; the answer is the only time its secret can be read. */
  @Post()
  async create(@CurrentActor() actor: Actor, @Body() input: TokenInput) {
    return { token: await this.tokens.make(actor, input) };
  }

  @Delete(':id')
  @HttpCode(204)
  async revoke(@CurrentActor() actor: Actor, @PathId() id: string) {
    await this.tokens.revoke(actor, id);
  }
}
