import { Body, Controller, Delete, Get, Param, ParseUUIDPipe, Put, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { ForbiddenError } from '../../platform/errors.js';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { DocumentUses } from './document-uses.js';
import { EntriesReader } from '../access/entries-reader.js';
import { EntryFormService } from '../form/entry-form.service.js';
import { linkInput, type LinkInput, offersQuery } from '../links/links.dto.js';
import { linkableIn } from '../links/linkable.js';
import { LinksService } from '../links/links.service.js';
import { reachOf } from './reach.js';
import { decisionResource, linkResource, offerResource } from './release.resource.js';
import type { SeenEntry } from '../access/seen-entry.js';

/** Reporting once, and what a reporter allows in each mechanism: for the reporter alone. */
@ApiTags('progress')
@ApiBearerAuth()
@Controller('api/v1')
@Access('progress.write')
export class ReleaseApi {
  constructor(
    private readonly links: LinksService,
    private readonly entries: EntriesReader,
    private readonly forms: EntryFormService,
    private readonly documents: DocumentUses,
  ) {}

  /** The mechanisms an entry is in, and those it could be linked to. */
  @Get('progress/:id/links')
  async list(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string) {
    const entry = await this.own(actor, id);
    return { items: entry.places.map(linkResource), open: linkableIn(actor, entry), nextCursor: null };
  }

  /** Links the entry to items of a mechanism's plan, or replaces what is there; visibility and release are asked anew. */
  @Put('progress/:id/links/:mechanism')
  async link(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('mechanism') mechanism: string,
    @Body({ schema: linkInput }) input: LinkInput,
  ) {
    await this.links.link(actor, id, mechanism, input);
    return this.list(actor, id);
  }

  @Delete('progress/:id/links/:mechanism')
  async unlink(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('mechanism') mechanism: string,
  ) {
    await this.links.unlink(actor, id, mechanism);
    return this.list(actor, id);
  }

  /** Where the next version will be seen once it is submitted, by whom, and how documents may use it. */
  @Get('progress/:id/audience')
  async audience(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return { items: reachOf(await this.own(actor, id)), nextCursor: null };
  }

  /** What is allowed in each mechanism, and the documents that contain the entry already. */
  @Get('progress/:id/release')
  async decisions(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string) {
    const entry = await this.own(actor, id);
    return decisionResource(actor, entry, await this.documents.of(actor, id));
  }

  /** The caller's own entries from other mechanisms that may already answer what an item asks. */
  @Get('items/:id/offers')
  async offers(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query({ schema: offersQuery }) query: z.output<typeof offersQuery>,
  ) {
    const draft = await this.forms.draft(actor, id);
    const { item, periodStart, periodEnd } = draft;
    const offers = await this.forms.offers(actor, item, query.as ?? draft.as, periodStart, periodEnd);
    return { items: offers.map(offerResource), nextCursor: null };
  }

  private async own(actor: Actor, id: string): Promise<SeenEntry> {
    const entry = await this.entries.find(actor, id);
    if (entry.sight !== 'own') throw new ForbiddenError('error.notYours');
    return entry;
  }
}
