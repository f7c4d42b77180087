import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { h } from 'preact';
import { can } from '../accounts/roles.js';
import { MechanismsService } from '../mechanisms/mechanism/mechanisms.service.js';
import { Outbox } from '../platform/mail/outbox.js';
import { JobQueue } from '../platform/queue/job-queue.js';
import { Panels } from '../platform/web/panels.js';
import { AddresseeStates } from './addressees/addressee-states.js';
import { AddresseesPages } from './addressees/addressees.pages.js';
import { AddresseesService } from './addressees/addressees.service.js';
import { AnswerLinks } from './answer-links/answer-links.service.js';
import { AnswersApi } from './answers/answers.api.js';
import { AnswersPages } from './answers/answers.pages.js';
import { AnswersService } from './answers/answers.service.js';
import { QuestionsApi } from './questions/questions.api.js';
import { QuestionsPages } from './questions/questions.pages.js';
import { QuestionsService } from './questions/questions.service.js';
import { RoundCircle } from './addressees/round-circle.js';
import { RoundCourse } from './round/round-course.js';
import { ROUND_DAY_MAIL, ROUND_MAIL, RoundInvitations } from './round/round-invitations.js';
import { RoundLetters } from './round/round-letters.js';
import { RoundMail } from './round/round.mail.js';
import { RoundPages } from './round/round.pages.js';
import { RoundSheet } from './answers/round-sheet.js';
import { RoundsApi } from './round/rounds.api.js';
import { sweepRounds, SWEEP_EVERY_MS } from './round/rounds.jobs.js';
import { RoundsPages } from './round/rounds.pages.js';
import { RoundsReader } from './round/rounds-reader.js';
import { RoundsService } from './round/rounds.service.js';
import { AnsweredPanel } from './answers/views/answered.js';
import { AskedRounds, RoundsPanel } from './round/views/rounds.js';

@Global()
@Module({
  controllers: [
    RoundsPages,
    RoundPages,
    QuestionsPages,
    AddresseesPages,
    AnswersPages,
    RoundsApi,
    QuestionsApi,
    AnswersApi,
  ],
  providers: [
    RoundsReader,
    RoundsService,
    QuestionsService,
    AddresseesService,
    RoundCircle,
    RoundCourse,
    RoundInvitations,
    RoundMail,
    RoundLetters,
    AnswersService,
    AnswerLinks,
    AddresseeStates,
    RoundSheet,
  ],
  exports: [
    RoundsReader,
    RoundsService,
    QuestionsService,
    AddresseesService,
    RoundCourse,
    AnswersService,
    AnswerLinks,
  ],
})
export class RoundsModule implements OnModuleInit {
  constructor(
    private readonly invitations: RoundInvitations,
    private readonly mail: RoundMail,
    private readonly outbox: Outbox,
    private readonly queue: JobQueue,
    private readonly panels: Panels,
    private readonly reader: RoundsReader,
    private readonly answers: AnswersService,
    private readonly mechanisms: MechanismsService,
  ) {}

  async onModuleInit(): Promise<void> {
    this.outbox.renders(ROUND_MAIL, (message) => this.mail.ask(message));
    this.outbox.renders(ROUND_DAY_MAIL, (message) => this.mail.newDay(message));
    this.queue.handle(sweepRounds, async () => void (await this.invitations.sweep()));
    this.panels.add('mechanism', 25, async (actor, mechanismId) => {
      if (!can(actor, 'rounds.read', mechanismId)) return null;
      return h(RoundsPanel, { mechanismId, rounds: await this.reader.list(actor, mechanismId) });
    });
    this.panels.add('home-top', 10, async (actor) => {
      const rounds = await this.reader.asked(actor);
      if (rounds.length === 0) return null;
      const mechanisms = await this.mechanisms.list(rounds.map(({ round }) => round.mechanismId));
      return h(AskedRounds, { rounds, mechanisms: new Map(mechanisms.map((one) => [one.id, one])) });
    });
    this.panels.add('entry', 10, async (actor, entryId) => {
      const answers = await this.answers.answeredBy(actor, entryId);
      return answers.length > 0 ? h(AnsweredPanel, { answers }) : null;
    });
    await this.queue.schedule(sweepRounds, { everyMs: SWEEP_EVERY_MS });
  }
}
