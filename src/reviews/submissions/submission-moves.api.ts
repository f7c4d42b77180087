import { Body, Controller, Delete, HttpCode, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { changed } from '../../platform/http/conflict.js';
import { CirculationInput, SubmissionMoveInput } from './submission.dto.js';
import { SubmissionReadingService } from './submission-reading.service.js';
import { SubmissionsService } from './submissions.service.js';

/** Moves a submission on, or back. */
@ApiTags('submissions')
@ApiBearerAuth()
@Controller('api/v1')
export class SubmissionMovesApi {
  constructor(
    private readonly submissions: SubmissionsService,
    private readonly reading: SubmissionReadingService,
  ) {}

  @Post('submissions/:id/circulation')
  @Access('submissions.edit')
  @HttpCode(200)
  circulate(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() { version, answerBy }: CirculationInput,
  ) {
    return changed(this.submissions.circulate(actor, id, version, answerBy), () => this.shown(actor, id));
  }

  /** Takes a text that is not yet submitted back to drafting. */
  @Delete('submissions/:id/circulation')
  @Access('submissions.edit')
  recall(@CurrentActor() actor: Actor, @PathId() id: string, @Query() { version }: SubmissionMoveInput) {
    return changed(this.submissions.recall(actor, id, version), () => this.shown(actor, id));
  }

  @Post('submissions/:id/clearance')
  @Access('submissions.edit')
  @HttpCode(200)
  clear(@CurrentActor() actor: Actor, @PathId() id: string, @Body() { version }: SubmissionMoveInput) {
    return changed(this.submissions.clear(actor, id, version), () => this.shown(actor, id));
  }

  @Post('submissions/:id/freeze')
  @Access('submissions.edit')
  @HttpCode(200)
  freeze(@CurrentActor() actor: Actor, @PathId() id: string, @Body() { version }: SubmissionMoveInput) {
    return changed(this.submissions.freeze(actor, id, version), () => this.shown(actor, id));
  }

  /** Begins a further text; what was submitted stays. */
  @Post('submissions/:id/revision')
  @Access('submissions.edit')
  @HttpCode(200)
  revise(@CurrentActor() actor: Actor, @PathId() id: string, @Body() { version }: SubmissionMoveInput) {
    return changed(this.submissions.revise(actor, id, version), () => this.shown(actor, id));
  }

  private shown(actor: Actor, id: string) {
    return this.reading.show(actor, id);
  }
}
