import { Body, Controller, Get, Post } from '@nestjs/common';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import { ReadersService } from '../../mechanisms/readers/readers.service.js';
import { can } from '../../accounts/roles.js';
import { ForbiddenError } from '../../platform/errors.js';
import { Access } from '../../platform/http/access.js';
import { Takes } from '../../platform/http/requests/body-limit.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { emptyForm, type FormState, submitForm } from '../../platform/web/submit-form.js';
import { page, redirect } from '../../platform/web/page.js';
import { Panels } from '../../platform/web/panels.js';
import { DocumentUses } from './document-uses.js';
import { EntryQueryService } from '../access/entry-query.service.js';
import { UsesInput } from './release.dto.js';
import { ProgressService } from '../entries/progress.service.js';
import { choiceOf } from './release-uses.js';
import { namesOf } from '../entries/labels.js';
import { ReleasePage } from './views/release.js';
import { SummariesPage } from '../summaries/views/summaries.js';
import { RefusalInput, SummaryInput } from '../summaries/summary.dto.js';
import { SummariesService } from '../summaries/summaries.service.js';
import { SummaryQueryService } from '../summaries/summary-query.service.js';

/** The reporter's decisions on an entry, mechanism by mechanism, and the summaries it is asked about. */
@Controller('progress/:id')
@Access('progress.write')
export class ReleasePages {
  constructor(
    private readonly progress: ProgressService,
    private readonly entries: EntryQueryService,
    private readonly summaries: SummariesService,
    private readonly summaryQuery: SummaryQueryService,
    private readonly documents: DocumentUses,
    private readonly mechanisms: MechanismsService,
    private readonly readers: ReadersService,
    private readonly panels: Panels,
  ) {}

  @Get('release')
  async show(@CurrentActor() actor: Actor, @PathId() id: string) {
    return page(await this.decisions(actor, id));
  }

  @Post('release')
  @Takes(UsesInput)
  disclose(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    return submitForm({
      input: UsesInput,
      body,
      act: async ({ mechanismId, uses }) => {
        const done = await this.progress.disclose(actor, id, choiceOf(uses), mechanismId);
        return redirect(`/progress/${id}/release`, done ? 'notice.disclosed' : 'notice.inClearance');
      },
      show: (state) => this.decisions(actor, id, state),
    });
  }

  @Post('wordings')
  @Access('progress.accept')
  suggest(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    return submitForm({
      input: SummaryInput,
      body,
      act: async (input) => {
        await this.summaries.suggest(actor, id, input);
        return redirect(`/progress/${id}/wordings`, 'notice.wordingSuggested');
      },
      show: (state) => this.suggestions(actor, id, state),
    });
  }

  @Get('wordings')
  @Access('progress.accept')
  async showSuggestions(@CurrentActor() actor: Actor, @PathId() id: string) {
    return page(await this.suggestions(actor, id));
  }

  @Post('wordings/:wordingId/approval')
  async approve(@CurrentActor() actor: Actor, @PathId() id: string, @PathId('wordingId') wordingId: string) {
    const { state } = await this.summaries.approve(actor, id, wordingId);
    return redirect(
      `/progress/${id}/release`,
      state === 'approved' ? 'notice.wordingApproved' : 'notice.inClearance',
    );
  }

  @Post('wordings/:wordingId/refusal')
  decline(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @PathId('wordingId') wordingId: string,
    @Body() body: unknown,
  ) {
    return submitForm({
      input: RefusalInput,
      body,
      act: async (input) => {
        await this.summaries.decline(actor, id, wordingId, input);
        return redirect(`/progress/${id}/release`, 'notice.wordingDeclined');
      },
      show: (state) => this.decisions(actor, id, emptyForm(), { id: wordingId, state }),
    });
  }

  private async decisions(
    actor: Actor,
    id: string,
    state?: FormState,
    refusal?: { id: string; state: FormState },
  ) {
    const entry = await this.entries.find(actor, id);
    if (entry.sight !== 'own') throw new ForbiddenError('error.notYours');
    const [wordings, documents, readers, panels] = await Promise.all([
      this.summaryQuery.list(actor, id),
      this.documents.find(actor, id),
      this.readers.of(
        actor,
        entry.places.map(({ mechanismId }) => mechanismId),
      ),
      this.panels.render('entry-release', actor, id),
    ]);
    const named = [...entry.places, ...documents].map((one) => one.mechanismId);
    const names = namesOf(await this.mechanisms.list(named), actor.language);
    return <ReleasePage {...{ entry, names, readers, wordings, documents, panels, state, refusal }} />;
  }

  private async suggestions(actor: Actor, id: string, state?: FormState) {
    const [entry, wordings] = await Promise.all([
      this.entries.find(actor, id),
      this.summaryQuery.list(actor, id),
    ]);
    const mine = entry.places.filter(
      (disclosure) =>
        disclosure.sight !== 'accepted' && can(actor, 'progress.accept', disclosure.mechanismId),
    );
    if (mine.length === 0) throw new ForbiddenError();
    const mechanisms = await this.mechanisms.list(mine.map((disclosure) => disclosure.mechanismId));
    return <SummariesPage {...{ entry, mechanisms, places: mine, wordings, state }} />;
  }
}
