import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { entryResource } from '../entries/entry.resource.js';
import { DeskFilter } from './desk.dto.js';
import { DeskService } from './desk.service.js';

@ApiTags('progress')
@ApiBearerAuth()
@Controller('api/v1')
export class DeskApi {
  constructor(private readonly desk: DeskService) {}

  /** The caller's own texts over all mechanisms, with where each waits within the delegation and which documents used it. */
  @Get('progress/ours')
  @Access('progress.write')
  async list(@CurrentActor() actor: Actor, @Query() filter: DeskFilter) {
    const { rows } = await this.desk.list(actor, filter);
    const items = rows.map(({ entry, steps, documents, people }) => ({
      ...entryResource(entry),
      steps: steps.map(({ entryId: _, ...step }) => step),
      documents,
      people,
    }));
    return { items, nextCursor: null };
  }
}
