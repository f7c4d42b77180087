import { Module, type OnModuleInit } from '@nestjs/common';
import { AddresseeAnswersService } from './answers/addressee-answers.service.js';
import { AnswerFormPages } from './answers/answer-form.pages.js';
import { AnswerFormRenderer } from './answers/answer-form-renderer.js';
import { AnswerLinkManagementService } from './answer-links/answer-link-management.service.js';
import { AnswerLinkPages } from './answer-links/answer-link.pages.js';
import { AnswerLinksApi } from './answer-links/answer-links.api.js';
import { AnswerLinksPages } from './answer-links/answer-links.pages.js';
import { AnswerOffersService } from './answers/answer-offers.service.js';
import { AnsweringApi } from './answers/answering.api.js';
import { LinkNoticeMail } from './answer-links/link-notice.mail.js';
import { LinkNotices } from './answer-links/link-notices.service.js';
import { AnsweringMail } from './answer-links/answer-link.mail.js';
import { PreviousAnswersService } from './answers/previous-answers.service.js';
import { QuickAnswersService } from './answers/quick-answers.service.js';
import { TranscriptDecisions } from './transcripts/transcript-decisions.service.js';
import { TranscriptDecisionsApi } from './transcripts/transcript-decisions.api.js';
import { TranscriptFormRenderer } from './transcripts/transcript-form-renderer.js';
import { AnswerUsesApi } from './uses/answer-uses.api.js';
import { AnswerUsesPages } from './uses/answer-uses.pages.js';
import { AnswerUsesService } from './uses/answer-uses.service.js';
import { placesOfUse } from './uses/places-of-use.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { WhereDecided } from '../progress/release/where-decided.js';
import { WordApi } from './word-form/word.api.js';
import { WordFormService } from './word-form/word-form.service.js';
import { AccountsModule } from '../accounts/accounts.module.js';
import { MechanismsModule } from '../mechanisms/mechanisms.module.js';
import { ProgressModule } from '../progress/progress.module.js';
import { RoundsModule } from './rounds.module.js';

/** Answering a round: the form with last time's words, links, Word files. */
@Module({
  imports: [AccountsModule, MechanismsModule, ProgressModule, RoundsModule],
  controllers: [
    AnswerLinkPages,
    AnswerFormPages,
    AnswerUsesPages,
    AnswerUsesApi,
    AnswerLinksPages,
    AnsweringApi,
    AnswerLinksApi,
    WordApi,
    TranscriptDecisionsApi,
  ],
  providers: [
    AddresseeAnswersService,
    AnswerFormRenderer,
    AnswerOffersService,
    AnswerUsesService,
    AnswerLinkManagementService,
    AnsweringMail,
    LinkNoticeMail,
    LinkNotices,
    PreviousAnswersService,
    QuickAnswersService,
    TranscriptDecisions,
    TranscriptFormRenderer,
    WordFormService,
  ],
})
export class AnsweringModule implements OnModuleInit {
  constructor(
    private readonly decided: WhereDecided,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  onModuleInit(): void {
    this.decided.add((ids, mechanismId) => placesOfUse(this.unitOfWork.read, ids, mechanismId));
  }
}
