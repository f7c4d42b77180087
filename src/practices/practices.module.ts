import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { h } from 'preact';
import { can } from '../accounts/roles.js';
import { Panels } from '../platform/web/panels.js';
import { EntryQueryService } from '../progress/access/entry-query.service.js';
import { FactorsApi } from './factors/factors.api.js';
import { FactorsPages } from './factors/factors.pages.js';
import { FactorsService } from './factors/factors.service.js';
import { PracticeConversation } from './practice-conversation.js';
import { PracticeDeeds } from './deeds/practice.deeds.js';
import { PracticeFilesPages } from './practice-files.pages.js';
import { PracticeMovesPages } from './practice-moves.pages.js';
import { PracticeMovesService } from './practice-moves.service.js';
import { PracticeSharingPages } from './practice-sharing.pages.js';
import { PracticePages } from './practice.pages.js';
import { SourceEntryService } from './source-entry.service.js';
import { PracticeChangeRecorder } from './practice-change-recorder.js';
import { PracticeSearch } from './search/practice.search.js';
import { PracticesApi } from './practices.api.js';
import { PracticeMail } from './practice.mail.js';
import { PracticesPages } from './practices.pages.js';
import { PracticeQueryService } from './practice-query.service.js';
import { PracticesService } from './practices.service.js';
import { ReviewApi } from './review/review.api.js';
import { ReviewersPages } from './review/reviewers.pages.js';
import { ReviewersService } from './review/reviewers.service.js';
import { ReviewService } from './review/review.service.js';
import { FromEntryPanel, PracticesPanel, ToAdvise } from './views/panels.js';
import { Practice, PracticeShare, PracticeReviewer } from './practice.entity.js';
import { PracticeVolunteer, PracticeComment } from './review/review.entity.js';
import { GateModule } from '../gate/gate.module.js';
import { AccountsModule } from '../accounts/accounts.module.js';
import { MechanismsModule } from '../mechanisms/mechanisms.module.js';
import { ConversationsModule } from '../conversations/conversations.module.js';
import { ProgressModule } from '../progress/progress.module.js';

/** Where whose page it is may advise as a peer. */
const OFFERED = `SELECT 1 FROM "practice" JOIN "role_grant" "peer" ON "peer"."mechanismId" = "practice"."mechanismId"
  WHERE "practice"."state" = 'offered' AND "peer"."accountId" = :account AND "peer"."role" IN ('chair', 'focal-point')`;

@Module({
  imports: [
    TypeOrmModule.forFeature([Practice, PracticeShare, PracticeReviewer, PracticeVolunteer, PracticeComment]),
    AccountsModule,
    MechanismsModule,
    ConversationsModule,
    GateModule,
    ProgressModule,
  ],
  controllers: [
    PracticesPages,
    PracticePages,
    PracticeMovesPages,
    PracticeSharingPages,
    ReviewersPages,
    PracticeFilesPages,
    PracticesApi,
    ReviewApi,
    FactorsPages,
    FactorsApi,
  ],
  providers: [
    PracticeSearch,
    PracticeQueryService,
    PracticesService,
    PracticeMovesService,
    SourceEntryService,
    PracticeChangeRecorder,
    PracticeDeeds,
    PracticeConversation,
    PracticeMail,
    ReviewersService,
    ReviewService,
    FactorsService,
  ],
  exports: [PracticeQueryService, PracticesService, PracticeMovesService, SourceEntryService],
})
export class PracticesModule implements OnModuleInit {
  constructor(
    private readonly panels: Panels,
    private readonly entries: EntryQueryService,
    private readonly practices: PracticeQueryService,
  ) {}

  onModuleInit(): void {
    this.panels.add('mechanism', 35, async (actor, mechanismId) =>
      h(PracticesPanel, { mechanismId, inside: can(actor, 'support.read', mechanismId) }),
    );
    for (const page of ['home-main', 'overview-tasks'])
      this.panels.add(
        page,
        25,
        async (actor) => {
          const practices = await this.practices.toAdvise(actor);
          return practices.length > 0 ? h(ToAdvise, { practices }) : null;
        },
        { rows: OFFERED },
      );
    this.panels.add('entry', 40, async (actor, entryId) => {
      const entry = await this.entries.seen(actor, entryId);
      return entry?.sight === 'own' && entry.state === 'accepted' ? h(FromEntryPanel, { entry }) : null;
    });
  }
}
