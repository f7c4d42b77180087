import { Body, Controller, Delete, Get, HttpCode, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { asResource } from '../../platform/http/conflict.js';
import { PathId } from '../../platform/http/path-id.js';
import { WordingInput } from './wording.dto.js';
import { wordingResource } from './wording.resource.js';
import { WordingsService } from './wordings.service.js';

/** Official titles of objectives where the catalogue has none that is verified. */
@ApiTags('installation')
@ApiBearerAuth()
@Controller('api/v1/framework/wordings')
@Access('installation.manage')
export class WordingsApi {
  constructor(private readonly wordings: WordingsService) {}

  @Get()
  async list(@CurrentActor() actor: Actor) {
    return { items: (await this.wordings.list(actor)).map(wordingResource), nextCursor: null };
  }

  /** Enters one, or replaces that of the version given. 409 with `current` when another one stands. */
  @Put()
  set(@CurrentActor() actor: Actor, @Body() input: WordingInput) {
    return asResource(this.wordings.set(actor, input), wordingResource);
  }

  @Delete(':id')
  @HttpCode(204)
  async remove(@CurrentActor() actor: Actor, @PathId() id: string) {
    await this.wordings.remove(actor, id);
  }
}
