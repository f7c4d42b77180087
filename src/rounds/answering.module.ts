import { Module } from '@nestjs/common';
import { AnswerDesk } from './answer-desk.service.js';
import { AnswerFormPages } from './answer-form.pages.js';
import { AnswerForms } from './answer-forms.js';
import { AnswerLinkDesk } from './answer-link-desk.service.js';
import { AnswerLinkPages } from './answer-link.pages.js';
import { AnswerLinksPages } from './answer-links.pages.js';
import { AnswerOffers } from './answer-offers.js';
import { AnsweringApi } from './answering.api.js';
import { AnsweringMail } from './answering-mail.js';
import { LastTime } from './last-time.js';
import { WordApi } from './word.api.js';
import { WordDesk } from './word-desk.service.js';

/** Answering a round: the form with last time's words, links, Word files. */
@Module({
  controllers: [AnswerLinkPages, AnswerFormPages, AnswerLinksPages, AnsweringApi, WordApi],
  providers: [AnswerDesk, AnswerForms, AnswerOffers, AnswerLinkDesk, AnsweringMail, LastTime, WordDesk],
})
export class AnsweringModule {}
