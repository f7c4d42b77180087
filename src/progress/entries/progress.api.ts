import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { changed, showingConflict } from '../../platform/http/conflict.js';
import { EntryQueryService } from '../access/entry-query.service.js';
import { DisclosureInput } from '../release/release.dto.js';
import type { Entry } from './entry.entity.js';
import {
  AcceptInput,
  AnswerInput,
  EntryChange,
  EntryFilter,
  NewEntryInput,
  EntryReturnInput,
} from './entry.dto.js';
import { entryResource, wholeEntryResource } from './entry.resource.js';
import { ItemStatusService } from '../acceptance/item-status.service.js';
import { ProgressService } from './progress.service.js';

@ApiTags('progress')
@ApiBearerAuth()
@Controller('api/v1')
export class ProgressApi {
  constructor(
    private readonly progress: ProgressService,
    private readonly itemStatus: ItemStatusService,
    private readonly entries: EntryQueryService,
  ) {}

  @Get('progress')
  @Access('signed-in')
  async list(@CurrentActor() actor: Actor, @Query() filter: EntryFilter) {
    const { items, nextCursor } = await this.entries.list(actor, filter);
    return { items: items.map(entryResource), nextCursor };
  }

  @Post('progress')
  @Access('progress.write')
  async start(@CurrentActor() actor: Actor, @Body() input: NewEntryInput) {
    return this.shownAfter(actor, await this.progress.start(actor, input));
  }

  @Get('progress/:id')
  @Access('anyone')
  show(@CurrentActor() actor: Actor, @PathId() id: string) {
    return this.shown(actor, id);
  }

  @Patch('progress/:id')
  @Access('progress.write')
  async save(@CurrentActor() actor: Actor, @PathId() id: string, @Body() input: EntryChange) {
    const saved = this.progress.save(actor, id, input);
    return this.shownAfter(actor, await showingConflict(saved, () => this.shown(actor, id)));
  }

  @Post('progress/:id/submission')
  @Access('progress.write')
  @HttpCode(200)
  async submit(@CurrentActor() actor: Actor, @PathId() id: string) {
    const submitted = this.progress.submit(actor, id);
    return this.shownAfter(actor, await showingConflict(submitted, () => this.shown(actor, id)));
  }

  @Delete('progress/:id/submission')
  @Access('progress.write')
  withdraw(@CurrentActor() actor: Actor, @PathId() id: string) {
    return changed(this.progress.withdraw(actor, id), () => this.shown(actor, id));
  }

  @Post('progress/:id/revision')
  @Access('progress.write')
  @HttpCode(200)
  revise(@CurrentActor() actor: Actor, @PathId() id: string) {
    return changed(this.progress.revise(actor, id), () => this.shown(actor, id));
  }

  @Post('progress/:id/acceptance')
  @Access('progress.accept')
  @HttpCode(200)
  accept(@CurrentActor() actor: Actor, @PathId() id: string, @Body() answer: AcceptInput) {
    return changed(this.itemStatus.accept(actor, id, answer), () => this.shown(actor, id));
  }

  /**
   * Takes an acceptance back, with the status it gave to items: of the first version that was accepted there, as long as
   * nobody else could read it.
   */
  @Delete('progress/:id/acceptance')
  @Access('progress.accept')
  takeAcceptanceBack(@CurrentActor() actor: Actor, @PathId() id: string, @Body() answer: AnswerInput) {
    return changed(this.itemStatus.takeBack(actor, id, answer), () => this.shown(actor, id));
  }

  @Post('progress/:id/return')
  @Access('progress.accept')
  @HttpCode(200)
  async sendBack(@CurrentActor() actor: Actor, @PathId() id: string, @Body() input: EntryReturnInput) {
    const { comment, ...answer } = input;
    await this.progress.sendBack(actor, id, comment, answer);
    return this.shown(actor, id);
  }

  @Put('progress/:id/release')
  @Access('progress.write')
  async disclose(@CurrentActor() actor: Actor, @PathId() id: string, @Body() input: DisclosureInput) {
    const { mechanismId, ...choice } = input;
    await this.progress.disclose(actor, id, choice, mechanismId);
    return this.shown(actor, id);
  }

  private async shownAfter(actor: Actor, entry: Entry) {
    return wholeEntryResource(await this.entries.afterChange(actor, entry));
  }

  private async shown(actor: Actor, id: string) {
    return wholeEntryResource(await this.entries.find(actor, id));
  }
}
