import { Module } from '@nestjs/common';
import { AnswerDesk } from './answers/answer-desk.service.js';
import { AnswerFormPages } from './answers/answer-form.pages.js';
import { AnswerForms } from './answers/answer-forms.js';
import { AnswerLinkDesk } from './answer-links/answer-link-desk.service.js';
import { AnswerLinkPages } from './answer-links/answer-link.pages.js';
import { AnswerLinksApi } from './answer-links/answer-links.api.js';
import { AnswerLinksPages } from './answer-links/answer-links.pages.js';
import { AnswerOffers } from './answers/answer-offers.js';
import { AnsweringApi } from './answers/answering.api.js';
import { AnsweringMail } from './answer-links/answer-link.mail.js';
import { LastTime } from './answers/last-time.js';
import { WordApi } from './word-form/word.api.js';
import { WordDesk } from './word-form/word-desk.service.js';
import { AccountsModule } from '../accounts/accounts.module.js';
import { MechanismsModule } from '../mechanisms/mechanisms.module.js';
import { ProgressModule } from '../progress/progress.module.js';
import { RoundsModule } from './rounds.module.js';

/** Answering a round: the form with last time's words, links, Word files. */
@Module({
  imports: [AccountsModule, MechanismsModule, ProgressModule, RoundsModule],
  controllers: [AnswerLinkPages, AnswerFormPages, AnswerLinksPages, AnsweringApi, AnswerLinksApi, WordApi],
  providers: [AnswerDesk, AnswerForms, AnswerOffers, AnswerLinkDesk, AnsweringMail, LastTime, WordDesk],
})
export class AnsweringModule {}
