import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { changed, showingConflict } from '../../platform/http/conflict.js';
import { SectionInput, SubmissionInput } from './submission.dto.js';
import { SubmissionReadingService } from './submission-reading.service.js';
import { sectionResource, submissionResource } from './submission.resource.js';
import { SubmissionQueryService } from './submission-query.service.js';
import { SubmissionSectionsService } from './submission-sections.service.js';
import { SubmissionsService } from './submissions.service.js';

@ApiTags('submissions')
@ApiBearerAuth()
@Controller('api/v1')
export class SubmissionsApi {
  constructor(
    private readonly submissions: SubmissionsService,
    private readonly sections: SubmissionSectionsService,
    private readonly query: SubmissionQueryService,
    private readonly reading: SubmissionReadingService,
  ) {}

  @Get('mechanisms/:mechanismId/submissions')
  @Access('submissions.read')
  async list(@CurrentActor() actor: Actor, @Param('mechanismId') mechanismId: string) {
    const submissions = await this.query.list(actor, mechanismId);
    return { items: submissions.map(submissionResource), nextCursor: null };
  }

  @Post('mechanisms/:mechanismId/submissions')
  @Access('submissions.edit')
  async open(
    @CurrentActor() actor: Actor,
    @Param('mechanismId') mechanismId: string,
    @Body() input: SubmissionInput,
  ) {
    const opened = this.submissions.open(actor, mechanismId, input);
    return submissionResource(await showingConflict(opened, ({ id }: { id: string }) => ({ id })));
  }

  @Get('submissions/:id')
  @Access('submissions.read')
  show(@CurrentActor() actor: Actor, @PathId() id: string) {
    return this.reading.show(actor, id);
  }

  /** Answers at once; the submission says how far it is. */
  @Post('submissions/:id/compilation')
  @Access('submissions.edit')
  @HttpCode(202)
  compile(@CurrentActor() actor: Actor, @PathId() id: string) {
    return changed(this.submissions.requestCompilation(actor, id), () => this.show(actor, id));
  }

  /** Ends a compilation that is under way or waits; what was compiled before stays. */
  @Delete('submissions/:id/compilation')
  @Access('submissions.edit')
  async cancel(@CurrentActor() actor: Actor, @PathId() id: string) {
    await this.submissions.cancelCompilation(actor, id);
    return this.show(actor, id);
  }

  /**
   * The own words with which a section begins, all at once. A conflict once somebody edited, moved, translated or commented
   * on them: from then on they are changed as `passages`.
   */
  @Put('submissions/:id/sections/:key')
  @Access('submissions.edit')
  async edit(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Param('key') key: string,
    @Body() input: SectionInput,
  ) {
    await showingConflict(this.sections.edit(actor, id, key, input), sectionResource);
    return this.show(actor, id);
  }
}
