import { Controller, Get, Param } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { NotFoundError } from '../../platform/errors.js';
import { ReadersService } from './readers.service.js';

@ApiTags('people')
@ApiBearerAuth()
@Controller('api/v1')
export class ReadersApi {
  constructor(private readonly readers: ReadersService) {}

  /** Who reads in a mechanism today, to be named before something is opened there: the secretariat, the chair and the caller's own people by name. */
  @Get('mechanisms/:mechanismId/readers')
  @Access('mechanism.read')
  async list(@CurrentActor() actor: Actor, @Param('mechanismId') mechanismId: string) {
    const readers = await this.readers.in(actor, mechanismId);
    if (!readers) throw new NotFoundError('mechanism');
    return readers;
  }
}
