import { Controller, Get } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { ForbiddenError } from '../../platform/errors.js';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { DocumentUses } from './document-uses.js';
import { EntryQueryService } from '../access/entry-query.service.js';
import { reachOf } from './reach.js';
import { decisionResource } from './release.resource.js';
import type { SeenEntry } from '../access/seen-entry.js';

/** What a reporter allows in each mechanism: for the reporter alone. */
@ApiTags('progress')
@ApiBearerAuth()
@Controller('api/v1')
@Access('progress.write')
export class ReleaseApi {
  constructor(
    private readonly entries: EntryQueryService,
    private readonly documents: DocumentUses,
  ) {}

  /** Where the next version will be seen once it is submitted, by whom, and how documents may use it. */
  @Get('progress/:id/audience')
  async audience(@CurrentActor() actor: Actor, @PathId() id: string) {
    return { items: reachOf(await this.own(actor, id)), nextCursor: null };
  }

  /** What is allowed in each mechanism, and the documents that contain the entry already. */
  @Get('progress/:id/release')
  async decisions(@CurrentActor() actor: Actor, @PathId() id: string) {
    const entry = await this.own(actor, id);
    return decisionResource(actor, entry, await this.documents.find(actor, id));
  }

  private async own(actor: Actor, id: string): Promise<SeenEntry> {
    const entry = await this.entries.find(actor, id);
    if (entry.sight !== 'own') throw new ForbiddenError('error.notYours');
    return entry;
  }
}
