import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { h } from 'preact';
import { OWN_MECHANISMS } from '../accounts/own-mechanisms.js';
import { TroubledMails } from '../accounts/mails/views/trouble.js';
import { can, voicesIn } from '../accounts/roles.js';
import { FirstSteps } from '../mechanisms/mechanism/first-steps.panel.js';
import { MechanismsService } from '../mechanisms/mechanism/mechanisms.service.js';
import { JobQueue } from '../platform/queue/job-queue.js';
import { defineSweep, QUARTER_HOUR_MS } from '../platform/queue/sweep.js';
import type { Actor } from '../platform/http/actor.js';
import { DayMarks } from '../platform/web/pictures/day-marks.js';
import { Panels } from '../platform/web/panels.js';
import { type Count, SectionCounts } from '../platform/web/places/section-counts.js';
import { AddresseeStates } from './addressees/addressee-states.js';
import { AddresseesApi } from './addressees/addressees.api.js';
import { AddresseesPages } from './addressees/addressees.pages.js';
import { AddresseesService } from './addressees/addressees.service.js';
import { AnswerLinksService } from './answer-links/answer-links.service.js';
import { AnswerLinkHolding } from './answer-links/answer-link-holding.js';
import { AnswerLinkKeys } from './answer-links/answer-link-keys.js';
import { AnswerTokens } from './answer-links/answer-tokens.service.js';
import { AnswersApi } from './answers/answers.api.js';
import { AnswersPages } from './answers/answers.pages.js';
import { AnswerEntriesService } from './answers/answer-entries.service.js';
import { AnswerQueryService } from './answers/answer-query.service.js';
import { AnswersService } from './answers/answers.service.js';
import { QuestionsApi } from './questions/questions.api.js';
import { QuestionsPages } from './questions/questions.pages.js';
import { QuestionsService } from './questions/questions.service.js';
import { EligibleAddresseesService } from './addressees/eligible-addressees.service.js';
import { RoundLifecycleService } from './round/round-lifecycle.service.js';
import { RoundInvitations } from './round/round-invitations.js';
import { RoundAskMail, RoundDayMail } from './round/round.mail.js';
import { RoundMailsService } from './round/round-mails.service.js';
import { RoundPages } from './round/round.pages.js';
import { Transcript } from './transcripts/transcript.entity.js';
import { TranscriptMail } from './transcripts/transcript.mail.js';
import { TranscriptsApi } from './transcripts/transcripts.api.js';
import { TranscriptsPages } from './transcripts/transcripts.pages.js';
import { TranscriptsService } from './transcripts/transcripts.service.js';
import { RoundPageRenderer } from './answers/round-page-renderer.js';
import { RoundSearch } from './round/round.search.js';
import { RoundsApi } from './round/rounds.api.js';
import { RoundsPages } from './round/rounds.pages.js';
import { RoundQueryService, type SeenRound } from './round/round-query.service.js';
import { RoundsService } from './round/rounds.service.js';
import { AcceptanceOfMany } from './desk/acceptance-of-many.service.js';
import { AnswerFiles } from './desk/answer-files.service.js';
import { CallProgressService } from './desk/call-progress.service.js';
import { DeskApi } from './desk/desk.api.js';
import { DeskPages } from './desk/desk.pages.js';
import { DeskRenderer } from './desk/desk-renderer.js';
import { DeskService } from './desk/desk.service.js';
import { LetterApi } from './letter/letter.api.js';
import { LetterPages } from './letter/letter.pages.js';
import { LetterService } from './letter/letter.service.js';
import { AnsweredPanel } from './answers/views/answered.js';
import { RoundsToAnswer, RoundsPanel } from './round/views/panels.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { LetterFile } from './letter/letter-file.entity.js';
import { LetterFiles } from './letter/letter-files.service.js';
import { LetterFilesPages } from './letter/letter-files.pages.js';
import { LetterRenderer } from './letter/letter-renderer.js';
import { FilesOfCall } from './letter/views/files.js';
import { Round, RoundQuestion, RoundAddressee, RoundAnswer } from './round/round.entity.js';
import { AnswerLink, AnswerLinkToken } from './answer-links/answer-link.entity.js';
import { AccountsModule } from '../accounts/accounts.module.js';
import { MechanismsModule } from '../mechanisms/mechanisms.module.js';
import { PlansModule } from '../plans/plans.module.js';
import { EntryQuestions } from '../progress/words/entry-questions.js';
import { questionsOfEntries } from './questions/questions-of-entries.js';
import { ProgressModule } from '../progress/progress.module.js';

const roundsSweep = defineSweep('rounds.sweep', QUARTER_HOUR_MS);

const OPEN_ROUNDS = `SELECT 1 FROM "round" WHERE "state" = 'open' AND "mechanismId" IN (${OWN_MECHANISMS})`;

/** Open calls that ask one of the actor's delegations and have no answer of it yet. */
function toAnswerIn(actor: Actor, mechanismId: string): Count | null {
  const asked = voicesIn(actor, mechanismId).flatMap(({ kind, subject }) =>
    subject ? [{ kind, subject }] : [],
  );
  if (asked.length === 0) return null;
  const own = asked.map((_, index) => `("to"."kind" = :kind${index} AND "to"."subject" = :subject${index})`);
  return {
    select: `SELECT COUNT(*) FROM "round_addressee" "to" JOIN "round" ON "round"."id" = "to"."roundId"
      WHERE "round"."mechanismId" = :place AND "round"."state" = 'open'
      AND "to"."state" IN ('invited', 'opened', 'drafting') AND (${own.join(' OR ')})`,
    values: Object.fromEntries(
      asked.flatMap(({ kind, subject }, index) => [
        [`kind${index}`, kind],
        [`subject${index}`, subject],
      ]),
    ),
  };
}

@Module({
  imports: [
    TypeOrmModule.forFeature([
      Round,
      RoundQuestion,
      RoundAddressee,
      RoundAnswer,
      AnswerLink,
      AnswerLinkToken,
      Transcript,
      LetterFile,
    ]),
    AccountsModule,
    MechanismsModule,
    PlansModule,
    ProgressModule,
  ],
  controllers: [
    RoundsPages,
    RoundPages,
    QuestionsPages,
    AddresseesPages,
    AnswersPages,
    RoundsApi,
    AddresseesApi,
    QuestionsApi,
    AnswersApi,
    TranscriptsPages,
    TranscriptsApi,
    DeskPages,
    DeskApi,
    LetterPages,
    LetterFilesPages,
    LetterApi,
  ],
  providers: [
    AcceptanceOfMany,
    AnswerFiles,
    CallProgressService,
    DeskRenderer,
    DeskService,
    LetterService,
    LetterFiles,
    LetterRenderer,
    RoundSearch,
    AnswerLinkHolding,
    RoundQueryService,
    RoundsService,
    QuestionsService,
    AddresseesService,
    EligibleAddresseesService,
    RoundLifecycleService,
    RoundInvitations,
    RoundAskMail,
    RoundDayMail,
    RoundMailsService,
    AnswersService,
    AnswerQueryService,
    AnswerEntriesService,
    AnswerLinksService,
    AnswerTokens,
    AnswerLinkKeys,
    AddresseeStates,
    RoundPageRenderer,
    TranscriptsService,
    TranscriptMail,
  ],
  exports: [
    LetterFiles,
    RoundQueryService,
    RoundsService,
    QuestionsService,
    AddresseesService,
    EligibleAddresseesService,
    RoundLifecycleService,
    AnswersService,
    AnswerQueryService,
    AnswerLinksService,
    AnswerTokens,
    TranscriptsService,
    TranscriptMail,
  ],
})
export class RoundsModule implements OnModuleInit {
  constructor(
    private readonly invitations: RoundInvitations,
    private readonly queue: JobQueue,
    private readonly panels: Panels,
    private readonly marks: DayMarks,
    private readonly rounds: RoundQueryService,
    private readonly answers: AnswerQueryService,
    private readonly mails: RoundMailsService,
    private readonly files: LetterFiles,
    private readonly unitOfWork: UnitOfWork,
    private readonly mechanisms: MechanismsService,
    private readonly counts: SectionCounts,
    private readonly firstSteps: FirstSteps,
    private readonly progress: CallProgressService,
    private readonly desk: DeskService,
    private readonly questions: EntryQuestions,
  ) {}

  async onModuleInit(): Promise<void> {
    this.counts.add('calls', toAnswerIn);
    this.questions.add((answers) => questionsOfEntries(this.unitOfWork.read, answers));
    this.marks.add(20, { name: 'call', label: 'mark.call', shape: 'waits' }, async (actor, id) =>
      (can(actor, 'rounds.read', id) ? await this.rounds.list(actor, id) : []).map(({ round }) => ({
        from: round.dueDay,
        until: round.dueDay,
        text: round.title,
        href: `/rounds/${round.id}`,
        exact: true,
      })),
    );
    this.firstSteps.add(50, {
      label: 'overview.step.call',
      path: '/rounds/new',
      done: `SELECT 1 FROM "round" WHERE "mechanismId" = :subject AND "state" <> 'draft'`,
    });
    this.panels.add('overview-side', 5, async (actor, mechanismId) => {
      if (!can(actor, 'rounds.read', mechanismId)) return null;
      const rounds = await this.rounds.list(actor, mechanismId);
      return h(RoundsPanel, { mechanismId, rounds, desk: await this.deskOf(actor, mechanismId, rounds) });
    });
    this.panels.add(
      'round',
      1,
      async ({ language }, roundId) => {
        const round = await this.unitOfWork.read.findOneByOrFail(Round, { id: roundId });
        const files = await this.files.for(round, language);
        return h(FilesOfCall, { files, base: `/rounds/${roundId}/letter/files` });
      },
      { rows: 'SELECT 1 FROM "letter_file" WHERE "roundId" = :subject' },
    );
    this.panels.add('round', 5, async (actor, roundId) => {
      const mails = await this.mails.undelivered(actor, roundId);
      if (mails.length === 0) return null;
      return h(TroubledMails, {
        mails,
        retry: ({ message }) => `/rounds/${roundId}/mails/${message.id}/retry`,
      });
    });
    this.panels.add('home-top', 10, (actor) => this.toAnswer(actor), { rows: OPEN_ROUNDS });
    this.panels.add('entry', 10, (actor, entryId) => this.answered(actor, entryId), {
      rows: 'SELECT 1 FROM "round_answer" WHERE "entryId" = :subject',
    });
    await roundsSweep.start(this.queue, () => this.invitations.sweep());
  }

  /** How the open calls stand, for the secretariat. */
  private async deskOf(actor: Actor, mechanismId: string, rounds: SeenRound[]) {
    const open = rounds.filter(({ round }) => round.state === 'open').map(({ round }) => round.id);
    if (open.length === 0 || !can(actor, 'rounds.manage', mechanismId)) return null;
    const { zone } = await this.mechanisms.find(mechanismId);
    return { progress: await this.progress.of(open), zone };
  }

  private async toAnswer(actor: Actor) {
    const rounds = await this.rounds.asked(actor);
    if (rounds.length === 0) return null;
    const mechanisms = await this.mechanisms.list(rounds.map(({ round }) => round.mechanismId));
    return h(RoundsToAnswer, { rounds, mechanisms: new Map(mechanisms.map((one) => [one.id, one])) });
  }

  private async answered(actor: Actor, entryId: string) {
    const answers = await this.answers.answeredBy(actor, entryId);
    if (answers.length === 0) return null;
    const managed = answers.filter(({ round }) => can(actor, 'rounds.manage', round.mechanismId));
    const found = await Promise.all(
      managed.map(async (one) => [one.id, await this.desk.neighbours(actor, one)] as const),
    );
    const own = await this.answers.isSubmittedByOwn(actor, entryId);
    return h(AnsweredPanel, { answers, own, neighbours: new Map(found) });
  }
}
