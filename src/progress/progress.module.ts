import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ReportableItemsService } from './asked/reportable-items.service.js';
import { TasksPages } from './asked/tasks.pages.js';
import { ItemConversation } from './asked/item-conversation.js';
import { TasksPanels } from './asked/tasks.panels.js';
import { ItemStatusService } from './acceptance/item-status.service.js';
import { ItemStatusSet } from './acceptance/item-status-set.entity.js';
import { AcceptanceUndo } from './acceptance/acceptance-undo.service.js';
import { BoardApi } from './board/board.api.js';
import { BoardFile } from './board/board-file.js';
import { BoardPanels } from './board/board.panels.js';
import { BoardPages } from './board/board.pages.js';
import { BoardQueryService } from './board/board-query.service.js';
import { BoardScopeService } from './board/board-scope.service.js';
import { BoardService } from './board/board.service.js';
import { DeskApi } from './desk/desk.api.js';
import { DeskPages } from './desk/desk.pages.js';
import { DeskPanels } from './desk/desk.panels.js';
import { StateReportsPanel } from './desk/state-reports.panel.js';
import { DeskService } from './desk/desk.service.js';
import { AcceptanceApi } from './desk/acceptance.api.js';
import { EntryQuestions } from './words/entry-questions.js';
import { AcceptancePages } from './desk/acceptance.pages.js';
import { ProgressSectionRenderer } from './desk/progress-section-renderer.js';
import { SeveralAcceptance } from './acceptance/several-acceptance.service.js';
import { ProgressSectionService } from './desk/progress-section.service.js';
import { DocumentUses } from './release/document-uses.js';
import { EntryQueryService } from './access/entry-query.service.js';
import { EntryConversation } from './entries/entry-conversation.js';
import { SubmitEntryService } from './deeds/submit-entry.service.js';
import { EntryDeeds } from './deeds/entry.deeds.js';
import { EntryFormPages } from './form/entry-form.pages.js';
import { EntryFormService } from './form/entry-form.service.js';
import { EntryWritingService } from './form/entry-writing.service.js';
import { EntryFormViewService } from './form/entry-form-view.service.js';
import { EntryInHistory } from './words/entry-in-history.js';
import { EntryIndex } from './board/entry-index.js';
import { EntryPanels } from './entries/entry.panels.js';
import { EntrySearch } from './entries/entry.search.js';
import { EntryNotifications } from './entries/entry-notifications.js';
import { DisclosuresService } from './entries/disclosures.service.js';
import { EntryChangeRecorder } from './entries/entry-change-recorder.js';
import { EvidenceApi } from './evidence/evidence.api.js';
import { EvidencePages } from './evidence/evidence.pages.js';
import { EvidenceService } from './evidence/evidence.service.js';
import { FormerEntries } from './entries/former-entries.panel.js';
import { LinksApi } from './links/links.api.js';
import { LinksPages } from './links/links.pages.js';
import { LinksService } from './links/links.service.js';
import { OffersPanel } from './links/offers.panel.js';
import { OffersService } from './links/offers.service.js';
import { ProgressApi } from './entries/progress.api.js';
import { ItemReportsService } from './access/item-reports.service.js';
import { ReceiptMail } from './receipts/receipt.mail.js';
import { ProgressMail } from './entries/entry.mail.js';
import { ProgressPages } from './entries/progress.pages.js';
import { ProgressService } from './entries/progress.service.js';
import { ReleaseApi } from './release/release.api.js';
import { ReleasePages } from './release/release.pages.js';
import { UnreleasedEntriesService } from './release/unreleased-entries.service.js';
import { WhereDecided } from './release/where-decided.js';
import { ReleaseStandingService } from './release/release-standing.service.js';
import { ReleasedEntriesService } from './release/released-entries.service.js';
import { ReleasedFilesService } from './release/released-files.service.js';
import { SummaryMail } from './summaries/summary.mail.js';
import { SummaryNotifications } from './summaries/summary-notifications.js';
import { SummariesApi } from './summaries/summaries.api.js';
import { SummariesPanel } from './summaries/summaries.panel.js';
import { SummariesService } from './summaries/summaries.service.js';
import { SummaryQueryService } from './summaries/summary-query.service.js';
import {
  Disclosure,
  Entry,
  EntryEvidence,
  EntryItem,
  EntryVersion,
  Evidence,
} from './entries/entry.entity.js';
import { ReportedDays } from './board/reported-days.entity.js';
import { ReportedStatus } from './board/reported-status.entity.js';
import { EntrySummary } from './summaries/summary.entity.js';
import { GateModule } from '../gate/gate.module.js';
import { AccountsModule } from '../accounts/accounts.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { MechanismsModule } from '../mechanisms/mechanisms.module.js';
import { PlansModule } from '../plans/plans.module.js';
import { ConversationsModule } from '../conversations/conversations.module.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      Entry,
      EntryItem,
      EntryVersion,
      Disclosure,
      Evidence,
      EntryEvidence,
      ReportedDays,
      ReportedStatus,
      EntrySummary,
      ItemStatusSet,
    ]),
    AuditModule,
    AccountsModule,
    MechanismsModule,
    PlansModule,
    ConversationsModule,
    GateModule,
  ],
  // The form's fixed addresses (`progress/new`) come before `progress/:id`.
  controllers: [
    EntryFormPages,
    DeskPages,
    DeskApi,
    AcceptancePages,
    AcceptanceApi,
    EvidencePages,
    LinksPages,
    ReleasePages,
    TasksPages,
    ProgressPages,
    ProgressApi,
    EvidenceApi,
    LinksApi,
    ReleaseApi,
    SummariesApi,
    BoardPages,
    BoardApi,
  ],
  providers: [
    ItemReportsService,
    ItemStatusService,
    ProgressService,
    EntryQueryService,
    EntryNotifications,
    EntryChangeRecorder,
    DisclosuresService,
    AcceptanceUndo,
    SubmitEntryService,
    EntryDeeds,
    EntryInHistory,
    LinksService,
    OffersService,
    DeskService,
    StateReportsPanel,
    DeskPanels,
    ProgressSectionService,
    ProgressSectionRenderer,
    SeveralAcceptance,
    EntryQuestions,
    DocumentUses,
    SummariesService,
    SummaryQueryService,
    SummaryNotifications,
    SummaryMail,
    ProgressMail,
    ReceiptMail,
    EntryFormService,
    EntryFormViewService,
    EntryWritingService,
    EvidenceService,
    ReportableItemsService,
    TasksPanels,
    ItemConversation,
    BoardService,
    BoardScopeService,
    BoardQueryService,
    BoardFile,
    EntryIndex,
    EntrySearch,
    ReleasedEntriesService,
    ReleasedFilesService,
    ReleaseStandingService,
    UnreleasedEntriesService,
    WhereDecided,
    FormerEntries,
    BoardPanels,
    EntryPanels,
    OffersPanel,
    SummariesPanel,
    EntryConversation,
  ],
  exports: [
    SeveralAcceptance,
    EntryQuestions,
    ItemStatusService,
    OffersService,
    DocumentUses,
    ProgressService,
    EntryQueryService,
    EntryNotifications,
    EvidenceService,
    BoardService,
    ReleasedEntriesService,
    ReleasedFilesService,
    ReleaseStandingService,
    UnreleasedEntriesService,
    WhereDecided,
    EntryIndex,
    ItemReportsService,
  ],
})
export class ProgressModule {}
