import { Module, type OnModuleInit } from '@nestjs/common';
import { Outbox } from '../platform/mail/outbox.js';
import { AnswerDesk } from './answer-desk.service.js';
import { AnswerFormPages } from './answer-form.pages.js';
import { AnswerForms } from './answer-forms.js';
import { ANSWER_LINK_MAIL, AnswerLinkDesk } from './answer-link-desk.service.js';
import { AnswerLinkPages } from './answer-link.pages.js';
import { AnswerLinksPages } from './answer-links.pages.js';
import { AnswerOffers } from './answer-offers.js';
import { AnsweringApi } from './answering.api.js';
import { AnsweringMail } from './answering-mail.js';
import { LastTime } from './last-time.js';
import { WordApi } from './word.api.js';
import { WordDesk } from './word-desk.service.js';
import { AccountsModule } from '../accounts/accounts.module.js';
import { MechanismsModule } from '../mechanisms/mechanisms.module.js';
import { ProgressModule } from '../progress/progress.module.js';
import { RoundsModule } from './rounds.module.js';

/** Answering a round: the form with last time's words, links, Word files. */
@Module({
  imports: [AccountsModule, MechanismsModule, ProgressModule, RoundsModule],
  controllers: [AnswerLinkPages, AnswerFormPages, AnswerLinksPages, AnsweringApi, WordApi],
  providers: [AnswerDesk, AnswerForms, AnswerOffers, AnswerLinkDesk, AnsweringMail, LastTime, WordDesk],
})
export class AnsweringModule implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly mail: AnsweringMail,
  ) {}

  onModuleInit(): void {
    this.outbox.renders(ANSWER_LINK_MAIL, (message) => this.mail.write(message));
  }
}
