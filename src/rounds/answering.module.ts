import { Module, type OnModuleInit } from '@nestjs/common';
import { Outbox } from '../platform/mail/outbox.js';
import { AnswerDesk } from './answers/answer-desk.service.js';
import { AnswerFormPages } from './answers/answer-form.pages.js';
import { AnswerForms } from './answers/answer-forms.js';
import { ANSWER_LINK_MAIL, AnswerLinkDesk } from './answer-links/answer-link-desk.service.js';
import { AnswerLinkPages } from './answer-links/answer-link.pages.js';
import { AnswerLinksPages } from './answer-links/answer-links.pages.js';
import { AnswerOffers } from './answers/answer-offers.js';
import { AnsweringApi } from './answers/answering.api.js';
import { AnsweringMail } from './answer-links/answer-link.mail.js';
import { LastTime } from './answers/last-time.js';
import { WordApi } from './word-form/word.api.js';
import { WordDesk } from './word-form/word-desk.service.js';

/** Answering a round: the form with last time's words, links, Word files. */
@Module({
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
