import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { asResource } from '../../platform/http/conflict.js';
import { PathId } from '../../platform/http/path-id.js';
import { Takes } from '../../platform/http/requests/body-limit.js';
import { fragment, page, redirect } from '../../platform/web/page.js';
import { emptyForm, type FormState, submitForm } from '../../platform/web/submit-form.js';
import { readInput } from '../../platform/http/read-input.js';
import { SubmissionsService } from '../submissions/submissions.service.js';
import type { Submission } from '../submissions/submission.entity.js';
import { DocumentSettingsInput } from './document-settings.dto.js';
import { documentSettings } from './document-settings.resource.js';
import { DocumentSettingsService } from './document-settings.service.js';
import { ChosenDaysQuery } from './opening.dto.js';
import { OverlapSaid } from './views/overlap.js';
import { DocumentSettingsPage } from './views/document-settings.js';

@Controller()
@Access('submissions.edit')
export class DocumentSettingsPages {
  constructor(
    private readonly settings: DocumentSettingsService,
    private readonly submissions: SubmissionsService,
    private readonly mechanisms: MechanismsService,
  ) {}

  @Get('submissions/:id/settings')
  async show(@CurrentActor() actor: Actor, @PathId() id: string) {
    const submission = await this.submissions.findToEdit(actor, id);
    return page(await this.form(submission, emptyForm(documentSettings(submission))));
  }

  /** Asked again whenever other days are chosen. */
  @Get('submissions/:id/settings/overlap')
  async overlap(@CurrentActor() actor: Actor, @PathId() id: string, @Query() days: ChosenDaysQuery) {
    const submission = await this.submissions.findToEdit(actor, id);
    return fragment(<OverlapSaid days={await this.settings.overlap(submission, days)} />);
  }

  @Post('submissions/:id/settings')
  @Takes(DocumentSettingsInput)
  async set(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    const submission = await this.submissions.findToEdit(actor, id);
    return submitForm({
      input: DocumentSettingsInput,
      body,
      act: async (input) => {
        await this.settings.set(actor, id, input);
        return redirect(`/submissions/${id}`, 'notice.documentSettings');
      },
      show: (state) => this.form(submission, state),
    });
  }

  private async form(submission: Submission, state: FormState) {
    const mechanism = await this.mechanisms.find(submission.mechanismId);
    const { periodFrom, periodUntil } = state.values;
    const days = readInput(ChosenDaysQuery, { periodFrom, periodUntil });
    const overlap = await this.settings.overlap(submission, days);
    return <DocumentSettingsPage {...{ submission, mechanism, overlap, state }} />;
  }
}

@ApiTags('submissions')
@ApiBearerAuth()
@Controller('api/v1')
@Access('submissions.edit')
export class DocumentSettingsApi {
  constructor(
    private readonly settings: DocumentSettingsService,
    private readonly submissions: SubmissionsService,
  ) {}

  /** Title, languages, days and masthead of a document. */
  @Get('submissions/:id/settings')
  async showSettings(@CurrentActor() actor: Actor, @PathId() id: string) {
    return documentSettings(await this.submissions.findToEdit(actor, id));
  }

  /** Of a draft. What other days or languages hold is compiled. */
  @Put('submissions/:id/settings')
  setSettings(@CurrentActor() actor: Actor, @PathId() id: string, @Body() input: DocumentSettingsInput) {
    return asResource(this.settings.set(actor, id, input), documentSettings);
  }
}
