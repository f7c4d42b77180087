import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { readInput } from '../../platform/http/read-input.js';
import { fragment, page, redirect } from '../../platform/web/page.js';
import { emptyForm, type FormState, submitForm } from '../../platform/web/submit-form.js';
import { SubmissionInput } from '../submissions/submission.dto.js';
import { SubmissionsService } from '../submissions/submissions.service.js';
import { TemplatesService } from '../templates/templates.service.js';
import { OpeningQuery, OverlapQuery } from './opening.dto.js';
import { OpeningService } from './opening.service.js';
import { ChooseTemplatePage } from './views/choose-template.js';
import { OpenPage } from './views/open.js';
import { OverlapSaid } from './views/overlap.js';

/** Beginning a document: what kind, for what, in which languages, for which days. */
@Controller()
@Access('submissions.edit')
export class OpeningPages {
  constructor(
    private readonly opening: OpeningService,
    private readonly templates: TemplatesService,
    private readonly submissions: SubmissionsService,
    private readonly mechanisms: MechanismsService,
  ) {}

  @Get('mechanisms/:mechanismId/submissions/new')
  async newForm(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') mechanismId: string,
    @Query() query: OpeningQuery,
  ) {
    return page(await this.form(actor, mechanismId, query, null));
  }

  /** Asked again whenever other days are chosen. */
  @Get('mechanisms/:mechanismId/submissions/overlap')
  async overlap(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') mechanismId: string,
    @Query() query: OverlapQuery,
  ) {
    return fragment(<OverlapSaid days={await this.opening.overlap(actor, mechanismId, query)} />);
  }

  @Post('mechanisms/:mechanismId/submissions')
  open(@CurrentActor() actor: Actor, @Param('mechanismId') mechanismId: string, @Body() body: unknown) {
    return submitForm({
      input: SubmissionInput,
      body,
      act: async (input) => {
        const { id } = await this.submissions.open(actor, mechanismId, input);
        // An empty page helps nobody: what there is, is put together at once.
        await this.submissions.requestCompilation(actor, id);
        return redirect(`/submissions/${id}`, 'notice.submissionOpened');
      },
      show: (state) => this.form(actor, mechanismId, readInput(OpeningQuery, state.values), state),
    });
  }

  private async form(actor: Actor, mechanismId: string, query: OpeningQuery, typed: FormState | null) {
    const mechanism = await this.mechanisms.find(mechanismId);
    const opening = await this.opening.propose(actor, mechanismId, query);
    if (!opening) {
      const templates = await this.templates.all(actor, mechanismId);
      return <ChooseTemplatePage {...{ mechanism, templates, query }} />;
    }
    const { title, period, languages, template, chosen } = opening;
    const proposed = { title, languages, periodFrom: period.from, periodUntil: period.until };
    const state = typed ?? emptyForm(proposed);
    const subject = {
      template: template.key,
      ...(chosen.cycle && { cycleId: chosen.cycle.id }),
      ...(chosen.plan && { planId: chosen.plan.id }),
      ...(chosen.meeting && { meetingId: chosen.meeting.id }),
    };
    const days = readInput(OverlapQuery, {
      ...subject,
      periodFrom: state.values.periodFrom,
      periodUntil: state.values.periodUntil,
    });
    const overlap = await this.opening.overlap(actor, mechanismId, days);
    return <OpenPage {...{ mechanism, opening, subject, overlap, state }} />;
  }
}
