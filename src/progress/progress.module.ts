import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { h } from 'preact';
import { can } from '../accounts/roles.js';
import { Panels } from '../platform/web/panels.js';
import { Dependents } from '../plans/dependents.js';
import { AskedService } from './asked.service.js';
import { BoardApi } from './board.api.js';
import { BoardFile } from './board-file.js';
import { BoardPages } from './board.pages.js';
import { BoardQuery } from './board-query.js';
import { BoardService } from './board.service.js';
import { DocumentUses } from './document-uses.js';
import { EntriesReader } from './entries-reader.js';
import { EntryConversation } from './entry-conversation.js';
import { EntryFormPages } from './entry-form.pages.js';
import { EntryFormService } from './entry-form.service.js';
import { EntryIndex } from './entry-index.js';
import { EntrySearch } from './entry-search.js';
import { EntryNews } from './entry-news.js';
import { EntryPlaces } from './entry-places.service.js';
import { EntryTrail } from './entry-trail.js';
import { EvidencePages } from './evidence.pages.js';
import { EvidenceService } from './evidence.service.js';
import { FormerEntries } from './former-entries.panel.js';
import { LinksPages } from './links.pages.js';
import { LinksService } from './links.service.js';
import { OffersPanel } from './offers.panel.js';
import { OffersService } from './offers.service.js';
import { ProgressApi } from './progress.api.js';
import { ProgressMail } from './progress-mail.js';
import { ProgressPages } from './progress.pages.js';
import { ProgressService } from './progress.service.js';
import { ReleaseApi } from './release.api.js';
import { ReleasePages } from './release.pages.js';
import { ReleasedEntries } from './released-entries.js';
import { SubmissionGate } from './submission-gate.js';
import { BoardPanel, PlanBoardPanel } from './views/board.js';
import { EntriesPanel } from './views/entries.js';
import { WordingMail } from './wording-mail.js';
import { WordingNews } from './wording-news.js';
import { WordingsApi } from './wordings.api.js';
import { WordingsPanel } from './wordings.panel.js';
import { WordingsService } from './wordings.service.js';

@Global()
@Module({
  // The form's fixed addresses (`progress/new`) come before `progress/:id`.
  controllers: [
    EntryFormPages,
    EvidencePages,
    LinksPages,
    ReleasePages,
    ProgressPages,
    ProgressApi,
    ReleaseApi,
    WordingsApi,
    BoardPages,
    BoardApi,
  ],
  providers: [
    ProgressService,
    SubmissionGate,
    EntriesReader,
    EntryNews,
    EntryTrail,
    EntryPlaces,
    LinksService,
    OffersService,
    DocumentUses,
    WordingsService,
    WordingNews,
    WordingMail,
    ProgressMail,
    EntryFormService,
    EvidenceService,
    AskedService,
    BoardService,
    BoardQuery,
    BoardFile,
    EntryIndex,
    EntrySearch,
    ReleasedEntries,
    FormerEntries,
    OffersPanel,
    WordingsPanel,
    EntryConversation,
  ],
  exports: [
    OffersService,
    DocumentUses,
    ProgressService,
    SubmissionGate,
    EntriesReader,
    EntryNews,
    EvidenceService,
    BoardService,
    ReleasedEntries,
    EntryIndex,
  ],
})
export class ProgressModule implements OnModuleInit {
  constructor(
    private readonly panels: Panels,
    private readonly dependents: Dependents,
    private readonly entries: EntriesReader,
    private readonly board: BoardService,
  ) {}

  onModuleInit(): void {
    this.dependents.add('item.removeEntries', (actor, itemIds) => this.entries.countOn(actor, itemIds));
    this.panels.add('mechanism', 10, async (actor, mechanismId) => {
      if (!can(actor, 'mechanism.read', mechanismId)) return null;
      return h(BoardPanel, { board: await this.board.of(actor, { mechanismId }) });
    });
    this.panels.add('plan', 10, async (_, planId) => h(PlanBoardPanel, { planId }));
    this.panels.add('mechanism', 30, async (actor, mechanism) => {
      if (!can(actor, 'progress.read', mechanism)) return null;
      const { items } = await this.entries.list(actor, { mechanism });
      return h(EntriesPanel, { entries: items.slice(0, 8), more: `/progress?mechanism=${mechanism}` });
    });
    this.panels.add('item', 10, async (actor, item) => {
      const { items } = await this.entries.list(actor, { item });
      return h(EntriesPanel, {
        entries: items,
        reportOn: can(actor, 'progress.write', null) ? item : undefined,
      });
    });
  }
}
