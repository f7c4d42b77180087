import { Body, Controller, Delete, Get, Param, Put, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { ForbiddenError } from '../../platform/errors.js';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { EntryQueryService } from '../access/entry-query.service.js';
import type { SeenEntry } from '../access/seen-entry.js';
import { EntryFormService } from '../form/entry-form.service.js';
import { linkableIn } from './linkable.js';
import { EntryLinkInput, OffersQuery } from './links.dto.js';
import { MOST_OFFERS } from './offers.service.js';
import { linkResource, offerResource } from './links.resource.js';
import { LinksService } from './links.service.js';

/** Reporting once: for the reporter alone. */
@ApiTags('progress')
@ApiBearerAuth()
@Controller('api/v1')
@Access('progress.write')
export class LinksApi {
  constructor(
    private readonly links: LinksService,
    private readonly entries: EntryQueryService,
    private readonly forms: EntryFormService,
  ) {}

  /** The mechanisms an entry is in, and those it could be linked to. */
  @Get('progress/:id/links')
  async list(@CurrentActor() actor: Actor, @PathId() id: string) {
    const entry = await this.own(actor, id);
    return { items: entry.places.map(linkResource), open: linkableIn(actor, entry), nextCursor: null };
  }

  /** Links the entry to items of a mechanism's plan, or replaces what is there; visibility and release are asked anew. */
  @Put('progress/:id/links/:mechanism')
  async link(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Param('mechanism') mechanism: string,
    @Body() input: EntryLinkInput,
  ) {
    await this.links.link(actor, id, mechanism, input);
    return this.list(actor, id);
  }

  @Delete('progress/:id/links/:mechanism')
  async unlink(@CurrentActor() actor: Actor, @PathId() id: string, @Param('mechanism') mechanism: string) {
    await this.links.unlink(actor, id, mechanism);
    return this.list(actor, id);
  }

  /** The caller's own entries from other mechanisms that may already answer what an item asks, the best three. */
  @Get('items/:id/offers')
  async offers(@CurrentActor() actor: Actor, @PathId() id: string, @Query() query: OffersQuery) {
    const draft = await this.forms.draft(actor, id);
    const { item, periodStart, periodEnd } = draft;
    const as = query.as ?? draft.as;
    const offers = await this.forms.offers(actor, item, as, periodStart, periodEnd, MOST_OFFERS + 1);
    const best = offers.slice(0, MOST_OFFERS);
    return { items: best.map(offerResource), nextCursor: null, cut: offers.length > best.length };
  }

  private async own(actor: Actor, id: string): Promise<SeenEntry> {
    const entry = await this.entries.find(actor, id);
    if (entry.sight !== 'own') throw new ForbiddenError('error.notYours');
    return entry;
  }
}
