import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { can, demand } from '../accounts/roles.js';
import { MechanismsService } from '../mechanisms/mechanism/mechanisms.service.js';
import { ForbiddenError } from '../platform/errors.js';
import { Access } from '../platform/http/access.js';
import { Takes } from '../platform/http/requests/body-limit.js';
import { type Actor, CurrentActor } from '../platform/http/actor.js';
import { PathId } from '../platform/http/path-id.js';
import { readInput } from '../platform/http/read-input.js';
import { emptyForm, type FormState, submitForm } from '../platform/web/submit-form.js';
import { page, redirect } from '../platform/web/page.js';
import { SourceEntryService } from '../practices/source-entry.service.js';
import { SupportChange, SupportFilter, SupportInput } from './support.dto.js';
import type { SupportRequest } from './support.entity.js';
import { SupportQueryService } from './support-query.service.js';
import { SupportService } from './support.service.js';
import { statesOf } from './support.access.js';
import { SupportFormPage } from './views/support-form.js';
import { requestValues } from './views/support-form-values.js';
import { SupportListPage } from './views/support-list.js';

/** A mechanism's requests for support as far as they are in sight, and the form of one. */
@Controller()
export class SupportPages {
  constructor(
    private readonly support: SupportService,
    private readonly requests: SupportQueryService,
    private readonly sources: SourceEntryService,
    private readonly mechanisms: MechanismsService,
  ) {}

  @Get('mechanisms/:mechanismId/support')
  @Access('support.read')
  async list(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') mechanismId: string,
    @Query() query: unknown,
  ) {
    demand(actor, 'support.read', mechanismId, 'mechanism');
    const filter = readInput(SupportFilter, query);
    const mechanism = await this.mechanisms.find(mechanismId);
    const writes = can(actor, 'support.write', mechanismId);
    const { items, nextCursor } = await this.requests.list(actor, mechanismId, filter);
    return page(<SupportListPage {...{ mechanism, filter, items, nextCursor, writes }} />);
  }

  @Get('mechanisms/:mechanismId/support/new')
  @Access('support.write')
  async newForm(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') mechanismId: string,
    @Query('entry', new ParseUUIDPipe({ optional: true })) entryId?: string,
  ) {
    demand(actor, 'support.write', mechanismId, 'mechanism');
    const [requester] = statesOf(actor, mechanismId);
    const start = entryId ? await this.begun(actor, mechanismId, entryId) : { language: actor.language };
    return page(await this.form(actor, mechanismId, null, emptyForm({ requester, ...start })));
  }

  @Post('mechanisms/:mechanismId/support')
  @Access('support.write')
  @Takes(SupportInput)
  create(@CurrentActor() actor: Actor, @Param('mechanismId') mechanismId: string, @Body() body: unknown) {
    demand(actor, 'support.write', mechanismId, 'mechanism');
    return submitForm({
      input: SupportInput,
      body,
      act: async (input) => {
        const { id } = await this.support.create(actor, mechanismId, input);
        return redirect(`/support/${id}`, 'notice.supportCreated');
      },
      show: (state) => this.form(actor, mechanismId, null, state),
    });
  }

  @Get('support/:id/edit')
  @Access('support.write')
  async editForm(@CurrentActor() actor: Actor, @PathId() id: string) {
    const request = await this.own(actor, id);
    const values = requestValues({ ...request, ...(await this.support.pendingText(actor, id)) });
    return page(await this.form(actor, request.mechanismId, request, emptyForm(values)));
  }

  @Post('support/:id/edit')
  @Access('support.write')
  @Takes(SupportChange)
  async update(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    const request = await this.own(actor, id);
    return submitForm({
      input: SupportChange,
      body,
      act: async (change) => {
        const done = await this.support.update(actor, id, change);
        return redirect(`/support/${id}`, done ? 'notice.saved' : 'notice.inClearance');
      },
      show: (state) => this.form(actor, request.mechanismId, request, state),
    });
  }

  private async begun(actor: Actor, mechanismId: string, entryId: string) {
    const entry = await this.sources.findOwn(actor, mechanismId, entryId);
    const { content, periodStart, periodEnd } = entry;
    const objectives = (await this.sources.objectives(entry)).map(String);
    return {
      entryId,
      kind: content.supportKinds[0],
      language: content.language ?? actor.language,
      text: content.support,
      objectives,
      periodStart,
      periodEnd,
    };
  }

  private async own(actor: Actor, id: string): Promise<SupportRequest> {
    const { request, sights } = await this.requests.find(actor, id);
    if (!sights.includes('own')) throw new ForbiddenError('error.notYours');
    return request;
  }

  private async form(actor: Actor, mechanismId: string, request: SupportRequest | null, state: FormState) {
    const mechanism = await this.mechanisms.find(mechanismId);
    return <SupportFormPage {...{ mechanism, request, states: statesOf(actor, mechanismId), state }} />;
  }
}
