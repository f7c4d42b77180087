import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { can, mechanismsWhere } from '../../accounts/roles.js';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { fragment, page, redirect } from '../../platform/web/page.js';
import { CirculationService } from '../circulation/circulation.service.js';
import { CyclesService } from '../cycles/cycles.service.js';
import { FileRows } from '../files/file-rows.service.js';
import { ReleaseAskingService } from './release-asking/release-asking.service.js';
import { SubmissionQueryService } from './submission-query.service.js';
import { SubmissionsService } from './submissions.service.js';
import { CompilationState } from '../compilation/views/compilation.js';
import { TemplatesService } from '../templates/templates.service.js';
import { isBusy } from './submission.entity.js';
import { DocumentsPage, SubmissionsPage } from './views/list.js';
import { SubmissionPage } from './views/submission.js';

@Controller()
export class SubmissionsPages {
  constructor(
    private readonly submissions: SubmissionsService,
    private readonly query: SubmissionQueryService,
    private readonly asking: ReleaseAskingService,
    private readonly mechanisms: MechanismsService,
    private readonly circulation: CirculationService,
    private readonly cycles: CyclesService,
    private readonly templates: TemplatesService,
    private readonly files: FileRows,
  ) {}

  @Get('submissions')
  @Access('submissions.read')
  async list(@CurrentActor() actor: Actor) {
    const submissions = await this.query.list(actor);
    await this.cycles.all();
    const mechanisms = await this.mechanisms.list(mechanismsWhere(actor, 'submissions.read'));
    const editable = mechanisms.filter(({ id }) => can(actor, 'submissions.edit', id));
    return page(<SubmissionsPage submissions={submissions} mechanisms={mechanisms} editable={editable} />);
  }

  /** Those of one mechanism: a section of it. */
  @Get('mechanisms/:mechanismId/documents')
  @Access('submissions.read')
  async inMechanism(@CurrentActor() actor: Actor, @Param('mechanismId') mechanismId: string) {
    const submissions = await this.query.list(actor, mechanismId);
    await this.cycles.all();
    const mechanism = await this.mechanisms.find(mechanismId);
    const editable = can(actor, 'submissions.edit', mechanismId);
    const templates = editable ? await this.templates.own(actor, mechanismId) : null;
    return page(<DocumentsPage {...{ mechanism, submissions, templates }} />);
  }

  @Get('submissions/:id')
  @Access('submissions.read')
  async show(@CurrentActor() actor: Actor, @PathId() id: string) {
    const reading = await this.query.find(actor, id);
    await this.cycles.all();
    const { mechanismId } = reading.submission;
    const mechanism = await this.mechanisms.find(mechanismId);
    const editor = can(actor, 'submissions.edit', mechanismId);
    const drafting = editor && reading.submission.state === 'drafting';
    const unreleased = drafting ? await this.asking.look(actor, id) : null;
    const readers = reading.sight === 'all' ? await this.circulation.readers(actor, reading.submission) : [];
    const overview = reading.sight === 'all' ? await this.query.overview(reading) : null;
    const files = await this.files.made(id);
    const shown = { reading, overview, mechanism, editor, unreleased, readers, files };
    return page(<SubmissionPage {...shown} />);
  }

  @Post('submissions/:id/compilation')
  @Access('submissions.edit')
  async compile(@CurrentActor() actor: Actor, @PathId() id: string) {
    await this.submissions.requestCompilation(actor, id);
    return redirect(`/submissions/${id}`);
  }

  @Post('submissions/:id/compilation/cancel')
  @Access('submissions.edit')
  async cancel(@CurrentActor() actor: Actor, @PathId() id: string) {
    await this.submissions.cancelCompilation(actor, id);
    return redirect(`/submissions/${id}`, 'notice.compilationCancelled');
  }

  /** How far compiling is, for htmx; once it is over, the whole page is loaded anew. */
  @Get('submissions/:id/compilation')
  @Access('submissions.edit')
  async compilation(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { submission } = await this.query.find(actor, id);
    if (!isBusy(submission)) void reply.header('hx-refresh', 'true');
    return fragment(<CompilationState submission={submission} />);
  }
}
