import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { KeyEndInput } from './secret-keys.dto.js';
import { SecretKeysService } from './secret-keys.service.js';

/** What the installation's keys signed or encrypted. The keys themselves are shown nowhere. */
@ApiTags('installation')
@ApiBearerAuth()
@Controller('api/v1/secret-keys')
@Access('installation.manage')
export class SecretKeysApi {
  constructor(private readonly keys: SecretKeysService) {}

  /** By key: how many links and other things it made that still work, and until when. */
  @Get()
  async list(@CurrentActor() actor: Actor) {
    return { items: await this.keys.list(actor), nextCursor: null };
  }

  /** Ends all of a kind that an old key made. */
  @Post('end')
  @HttpCode(204)
  async end(@CurrentActor() actor: Actor, @Body() { kind, keyId }: KeyEndInput) {
    await this.keys.end(actor, kind, keyId);
  }
}
