import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '../accounts/accounts.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { giveValueWords, wordOf } from '../audit/value-words.js';
import { JobQueue } from '../platform/queue/job-queue.js';
import { defineSweep } from '../platform/queue/sweep.js';
import { CirculatedMail } from './circulation/circulated.mail.js';
import { CirculationApi } from './circulation/circulation.api.js';
import { CirculationConversation } from './circulation/circulation-conversation.js';
import { CirculationPages } from './circulation/circulation.pages.js';
import { CirculationPanels } from './circulation/circulation.panels.js';
import { CirculationService } from './circulation/circulation.service.js';
import { EDITOR_CONTROLLERS, EDITOR_ENTITIES, EDITOR_PROVIDERS } from './editor/editor.parts.js';
import { FILES_CONTROLLERS, FILES_ENTITIES, FILES_PROVIDERS } from './files/files.parts.js';
import { FilesSweep } from './files/files.sweep.js';
import { DocumentFiles } from './files/document-files.service.js';
import { Passage, PassageWords } from './passages/passage.entity.js';
import { SubmissionReader } from './circulation/submission-reader.entity.js';
import { ConversationsModule } from '../conversations/conversations.module.js';
import { CompileFlow } from './compiling/compile-flow.js';
import { CompilingService } from './compiling/compiling.service.js';
import { CompilingSweep } from './compiling/compiling.sweep.js';
import { Outlines } from './compiling/outlines.js';
import { DocumentsService } from './document/documents.service.js';
import { PassageSourcesService } from './passages/passage-sources.service.js';
import { MaskedPassages } from './passages/masked-passages.service.js';
import { SubmissionReadingService } from './submissions/submission-reading.service.js';
import { SubmissionTextPages } from './submissions/submission-text.pages.js';
import { SectionCompiler } from './compilation/section-compiler.js';
import { MaterialService } from './compilation/material/material.service.js';
import { DocumentFactsService } from './compilation/facts/facts.service.js';
import { CyclesApi } from './cycles/cycles.api.js';
import { CycleKeepingPages } from './cycles/cycle-keeping.pages.js';
import { CycleKeepingService } from './cycles/cycle-keeping.service.js';
import { CyclesPages } from './cycles/cycles.pages.js';
import { CyclesService } from './cycles/cycles.service.js';
import { nameOfCycle, recordedPeriodWords } from './cycles/cycle-words.js';
import { KeptCycle } from './cycles/kept-cycle.entity.js';
import { MilestoneTask } from './milestone-tasks/milestone-task.entity.js';
import { MilestoneTasksApi } from './milestone-tasks/milestone-tasks.api.js';
import { MilestoneTasksPages } from './milestone-tasks/milestone-tasks.pages.js';
import { MilestoneTasksPanels } from './milestone-tasks/milestone-tasks.panels.js';
import { MilestoneTasksService } from './milestone-tasks/milestone-tasks.service.js';
import { FrozenEntriesService } from './submissions/frozen-entries.service.js';
import { ReleaseFingerprintService } from './compilation/release-fingerprint.service.js';
import { SubmissionMovesApi } from './submissions/submission-moves.api.js';
import { SubmissionMovesPages } from './submissions/submission-moves.pages.js';
import { SubmissionSectionsService } from './submissions/submission-sections.service.js';
import { SubmissionSearch } from './submissions/submission.search.js';
import { SubmissionsApi } from './submissions/submissions.api.js';
import { SubmissionsPages } from './submissions/submissions.pages.js';
import { SubmissionQueryService } from './submissions/submission-query.service.js';
import { DayMarks } from '../platform/web/pictures/day-marks.js';
import { registryEntry } from '../mechanisms/registry/registry.js';
import { milestoneMarks } from './cycles/milestone-marks.js';
import { SubmissionsService } from './submissions/submissions.service.js';
import { DocumentSettingsApi, DocumentSettingsPages } from './opening/document-settings.pages.js';
import { DocumentSettingsService } from './opening/document-settings.service.js';
import { OpeningPages } from './opening/opening.pages.js';
import { OpeningPanels } from './opening/opening.panels.js';
import { OpeningService } from './opening/opening.service.js';
import { Pledge, PledgeUpdate } from './pledges/pledge.entity.js';
import { PledgesApi } from './pledges/pledges.api.js';
import { PledgesPages } from './pledges/pledges.pages.js';
import { PledgeSearch } from './pledges/pledge.search.js';
import { PledgesPanels } from './pledges/pledges.panels.js';
import { PledgesService } from './pledges/pledges.service.js';
import { OwnTemplate } from './templates/own-template.entity.js';
import { TemplateSectionsPages } from './templates/template-sections.pages.js';
import { TemplatesApi } from './templates/templates.api.js';
import { TemplatesPages } from './templates/templates.pages.js';
import { TemplatesService } from './templates/templates.service.js';
import { UsedInPanels } from './submissions/used-in.panel.js';
import { Submission, SubmissionSection, SubmissionFreeze } from './submissions/submission.entity.js';
import { FrozenEntry } from './submissions/frozen-entry.entity.js';
import { MechanismsModule } from '../mechanisms/mechanisms.module.js';
import { ReleaseAskMail } from './submissions/release-asking/release-ask.mail.js';
import { ReleaseAskingApi } from './submissions/release-asking/release-asking.api.js';
import { ReleaseAskingPages } from './submissions/release-asking/release-asking.pages.js';
import { ReleaseAskingService } from './submissions/release-asking/release-asking.service.js';
import { RoundsModule } from '../rounds/rounds.module.js';
import { PlansModule } from '../plans/plans.module.js';
import { ProgressModule } from '../progress/progress.module.js';

giveValueWords('cycleId', nameOfCycle);
giveValueWords('reviewKind', wordOf('reviewKind'));
giveValueWords('reviewKind', wordOf('milestoneKind'));
giveValueWords('when', recordedPeriodWords);
giveValueWords('confirmed', wordOf('cycleConfirmed'));

const submissionsSweep = defineSweep('submission.sweep', 10_000);
const filesSweep = defineSweep('submission.files', 10_000);

@Module({
  imports: [
    TypeOrmModule.forFeature([
      Submission,
      SubmissionSection,
      SubmissionFreeze,
      SubmissionReader,
      FrozenEntry,
      KeptCycle,
      MilestoneTask,
      Passage,
      PassageWords,
      OwnTemplate,
      Pledge,
      PledgeUpdate,
      ...EDITOR_ENTITIES,
      ...FILES_ENTITIES,
    ]),
    AccountsModule,
    AuditModule,
    ConversationsModule,
    MechanismsModule,
    ProgressModule,
    PlansModule,
    RoundsModule,
  ],
  controllers: [
    CycleKeepingPages,
    CyclesPages,
    CyclesApi,
    MilestoneTasksPages,
    MilestoneTasksApi,
    SubmissionsPages,
    SubmissionTextPages,
    SubmissionMovesPages,
    CirculationPages,
    CirculationApi,
    ...EDITOR_CONTROLLERS,
    ...FILES_CONTROLLERS,
    SubmissionsApi,
    SubmissionMovesApi,
    ReleaseAskingPages,
    ReleaseAskingApi,
    OpeningPages,
    DocumentSettingsPages,
    DocumentSettingsApi,
    TemplatesPages,
    TemplateSectionsPages,
    TemplatesApi,
    PledgesPages,
    PledgesApi,
  ],
  providers: [
    CyclesService,
    CycleKeepingService,
    MilestoneTasksService,
    MilestoneTasksPanels,
    ...EDITOR_PROVIDERS,
    ...FILES_PROVIDERS,
    SubmissionSearch,
    FrozenEntriesService,
    UsedInPanels,
    ReleaseFingerprintService,
    CompileFlow,
    CompilingService,
    CompilingSweep,
    Outlines,
    MaskedPassages,
    PassageSourcesService,
    DocumentsService,
    SubmissionReadingService,
    DocumentFactsService,
    MaterialService,
    SectionCompiler,
    CirculatedMail,
    CirculationConversation,
    CirculationPanels,
    CirculationService,
    SubmissionsService,
    ReleaseAskMail,
    ReleaseAskingService,
    SubmissionSectionsService,
    SubmissionQueryService,
    TemplatesService,
    PledgesService,
    PledgeSearch,
    PledgesPanels,
    OpeningService,
    OpeningPanels,
    DocumentSettingsService,
  ],
  exports: [DocumentFiles, DocumentsService, SubmissionsService, SubmissionQueryService],
})
export class ReviewsModule implements OnModuleInit {
  constructor(
    private readonly queue: JobQueue,
    private readonly sweep: CompilingSweep,
    private readonly files: FilesSweep,
    private readonly marks: DayMarks,
    private readonly cycles: CyclesService,
  ) {}

  async onModuleInit(): Promise<void> {
    this.marks.add(40, { name: 'milestone', label: 'mark.milestone', shape: 'stopped' }, async (_, id) =>
      milestoneMarks(await this.cycles.all(), registryEntry(id)?.commissions ?? []),
    );
    await submissionsSweep.start(this.queue, () => this.sweep.sweep());
    await filesSweep.start(this.queue, () => this.files.sweep());
  }
}
