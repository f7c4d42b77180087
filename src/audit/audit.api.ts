import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Access } from '../platform/http/access.js';
import { type Actor, CurrentActor } from '../platform/http/actor.js';
import { HistoryQuery } from './audit.dto.js';
import { AuditService } from './audit.service.js';
import { eventResource } from './event.resource.js';

@ApiTags('history')
@ApiBearerAuth()
@Controller('api/v1/history')
export class AuditApi {
  constructor(private readonly audit: AuditService) {}

  /** Who changed what and when in a mechanism (`scope`), newest first. */
  @Get()
  @Access('signed-in')
  async list(@CurrentActor() actor: Actor, @Query() query: HistoryQuery) {
    const { items, subjects, nextCursor } = await this.audit.in(actor, query.scope ?? null, query.cursor);
    return {
      items: items.map((event) => eventResource(event, actor.language, subjects.get(event.subjectId))),
      nextCursor,
    };
  }
}
