import { Controller, Body, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { can, demand, voicesIn } from '../accounts/roles.js';
import { MechanismsService } from '../mechanisms/mechanism/mechanisms.service.js';
import { Clock } from '../platform/clock.js';
import { dayIn } from '../platform/i18n/dates.js';
import { Access } from '../platform/http/access.js';
import { Takes } from '../platform/http/requests/body-limit.js';
import { type Actor, CurrentActor } from '../platform/http/actor.js';
import { PathId } from '../platform/http/path-id.js';
import { readInput } from '../platform/http/read-input.js';
import { emptyForm, type FormState, submitForm } from '../platform/web/submit-form.js';
import { page, redirect } from '../platform/web/page.js';
import { voiceText } from '../progress/entries/voice-text.js';
import { PracticeChange, PracticeFilter, PracticeInput } from './practice.dto.js';
import type { Practice } from './practice.entity.js';
import { SourceEntryService, practiceDraftFrom } from './source-entry.service.js';
import { PracticeQueryService } from './practice-query.service.js';
import { PracticesService } from './practices.service.js';
import { PracticeFormPage } from './views/practice-form.js';
import { formValues } from './views/practice-form-values.js';
import { PracticesPage } from './views/practices.js';

/** The lists of practices, and the form of one. */
@Controller()
export class PracticesPages {
  constructor(
    private readonly practices: PracticesService,
    private readonly query: PracticeQueryService,
    private readonly sources: SourceEntryService,
    private readonly mechanisms: MechanismsService,
    private readonly clock: Clock,
  ) {}

  @Get('practices')
  @Access('anyone')
  async all(@CurrentActor() actor: Actor, @Query() filter: PracticeFilter) {
    const { items, nextCursor } = await this.query.list(actor, filter);
    return page(<PracticesPage {...{ filter, items, nextCursor }} />);
  }

  @Get('mechanisms/:mechanismId/practices')
  @Access('anyone')
  async list(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') mechanismId: string,
    @Query() query: unknown,
  ) {
    const mechanism = await this.mechanisms.find(mechanismId);
    const filter = readInput(PracticeFilter, query);
    const { items, nextCursor } = await this.query.list(actor, filter, mechanismId);
    const ready = can(actor, 'practices.review', mechanismId)
      ? await this.query.volunteers(actor, mechanismId)
      : null;
    const participants = await this.mechanisms.states(mechanismId, dayIn(mechanism.zone, this.clock.now()));
    return page(<PracticesPage {...{ filter, items, nextCursor, mechanism, participants, ready }} />);
  }

  @Get('mechanisms/:mechanismId/practices/new')
  @Access('practices.write')
  async newForm(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') mechanismId: string,
    @Query('entry', new ParseUUIDPipe({ optional: true })) entryId?: string,
  ) {
    demand(actor, 'practices.write', mechanismId, 'mechanism');
    const voices = voicesIn(actor, mechanismId).map(voiceText);
    const start = entryId ? await this.begun(actor, mechanismId, entryId) : { language: actor.language };
    return page(await this.form(actor, mechanismId, null, emptyForm({ as: voices[0], ...start })));
  }

  @Post('mechanisms/:mechanismId/practices')
  @Access('practices.write')
  @Takes(PracticeInput)
  create(@CurrentActor() actor: Actor, @Param('mechanismId') mechanismId: string, @Body() body: unknown) {
    demand(actor, 'practices.write', mechanismId, 'mechanism');
    return submitForm({
      input: PracticeInput,
      body,
      act: async (input) => {
        const { id } = await this.practices.create(actor, mechanismId, input);
        return redirect(`/practices/${id}`, 'notice.practiceCreated');
      },
      show: (state) => this.form(actor, mechanismId, null, state),
    });
  }

  @Get('practices/:id/edit')
  @Access('practices.write')
  async editForm(@CurrentActor() actor: Actor, @PathId() id: string) {
    const practice = await this.query.findOwn(actor, id);
    const state = emptyForm(formValues(practice, actor.language));
    return page(await this.form(actor, practice.mechanismId, practice, state));
  }

  @Post('practices/:id/edit')
  @Access('practices.write')
  @Takes(PracticeChange)
  async update(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    const practice = await this.query.findOwn(actor, id);
    return submitForm({
      input: PracticeChange,
      body,
      act: async (change) => {
        await this.practices.update(actor, id, change);
        return redirect(`/practices/${id}`, 'notice.saved');
      },
      show: (state) => this.form(actor, practice.mechanismId, practice, state),
    });
  }

  private async begun(actor: Actor, mechanismId: string, entryId: string) {
    const entry = await this.sources.find(actor, mechanismId, entryId);
    return { entryId, ...practiceDraftFrom(entry, await this.sources.objectives(entry), actor.language) };
  }

  private async form(actor: Actor, mechanismId: string, practice: Practice | null, state: FormState) {
    const mechanism = await this.mechanisms.find(mechanismId);
    const voices = voicesIn(actor, mechanismId).map(voiceText);
    return <PracticeFormPage {...{ mechanism, practice, voices, state }} />;
  }
}
