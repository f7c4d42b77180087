import { Module, type OnModuleInit } from '@nestjs/common';
import { h } from 'preact';
import { can } from '../accounts/roles.js';
import { JobQueue } from '../platform/queue/job-queue.js';
import { Panels } from '../platform/web/panels.js';
import { CompilationService } from './compilation/compilation.service.js';
import { CyclesApi } from './cycles/cycles.api.js';
import { CyclesPages } from './cycles/cycles.pages.js';
import { compileJob, sweepSubmissions } from './reviews.jobs.js';
import { FrozenEntries } from './submissions/frozen-entries.js';
import { SubmissionSource } from './compilation/submission-source.js';
import { SubmissionMovesPages } from './submissions/submission-moves.pages.js';
import { SubmissionSweep } from './submissions/submission.sweep.js';
import { SubmissionsApi } from './submissions/submissions.api.js';
import { SubmissionsPages } from './submissions/submissions.pages.js';
import { SubmissionsReader } from './submissions/submissions.reader.js';
import { SubmissionsService } from './submissions/submissions.service.js';
import { SubmissionsPanel } from './submissions/views/list.js';

const SWEEP_EVERY_MS = 30_000;

@Module({
  controllers: [CyclesPages, CyclesApi, SubmissionsPages, SubmissionMovesPages, SubmissionsApi],
  providers: [
    FrozenEntries,
    SubmissionSource,
    CompilationService,
    SubmissionsService,
    SubmissionsReader,
    SubmissionSweep,
  ],
  exports: [SubmissionsService, SubmissionsReader],
})
export class ReviewsModule implements OnModuleInit {
  constructor(
    private readonly queue: JobQueue,
    private readonly panels: Panels,
    private readonly compilation: CompilationService,
    private readonly reader: SubmissionsReader,
    private readonly sweep: SubmissionSweep,
  ) {}

  async onModuleInit(): Promise<void> {
    this.queue.handle(compileJob, ({ id }) => this.compilation.compile(id));
    this.queue.handle(sweepSubmissions, async () => void (await this.sweep.sweep()));
    await this.queue.schedule(sweepSubmissions, { everyMs: SWEEP_EVERY_MS });
    this.panels.add('mechanism', 50, async (actor, mechanismId) => {
      if (!can(actor, 'submissions.read', mechanismId)) return null;
      const submissions = await this.reader.list(actor, mechanismId);
      const editable = can(actor, 'submissions.edit', mechanismId);
      return h(SubmissionsPanel, { mechanismId, submissions, editable });
    });
  }
}
