import { Controller, Get, Param, Query } from '@nestjs/common';
import { Access } from '../platform/http/access.js';
import { type Actor, CurrentActor } from '../platform/http/actor.js';
import { page } from '../platform/web/page.js';
import { Panels } from '../platform/web/panels.js';
import { HistoryQuery } from './audit.dto.js';
import { AuditService } from './audit.service.js';
import { HistoryPage } from './views/history.js';

@Controller('history')
export class AuditPages {
  constructor(
    private readonly audit: AuditService,
    private readonly panels: Panels,
  ) {}

  @Get(':mechanismId')
  @Access('history.read')
  async show(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') mechanismId: string,
    @Query() query: HistoryQuery,
  ) {
    const history = await this.audit.in(actor, mechanismId, query.cursor);
    // The mechanisms feature adds the mechanism's name here: this feature does not know it.
    const heading = await this.panels.render('history', actor, mechanismId);
    return page(<HistoryPage mechanismId={mechanismId} history={history} heading={heading} />);
  }
}
