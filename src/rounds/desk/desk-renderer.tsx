import { Injectable } from '@nestjs/common';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import { NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { emptyForm, type FormState } from '../../platform/web/submit-form.js';
import { RoundQueryService } from '../round/round-query.service.js';
import { DeskService } from './desk.service.js';
import { DelegationAnswersPage } from './views/delegation-answers.js';
import { QuestionAnswersPage } from './views/question-answers.js';

interface Shown {
  state?: FormState;
  tickAll?: boolean;
}

/** Draws the answers of a call, to one question or of one delegation, with what may be accepted ticked or to tick. */
@Injectable()
export class DeskRenderer {
  constructor(
    private readonly rounds: RoundQueryService,
    private readonly desk: DeskService,
    private readonly mechanisms: MechanismsService,
  ) {}

  /** Of the first question when none is named. */
  async question(actor: Actor, id: string, questionId: string | undefined, shown: Shown) {
    const round = await this.rounds.findToManage(actor, id);
    const questions = await this.rounds.questions(id);
    const question = questionId ? questions.find((one) => one.id === questionId) : questions[0];
    if (!question || round.state === 'draft') throw new NotFoundError('question');
    const [mechanism, answers] = await Promise.all([
      this.mechanisms.find(round.mechanismId),
      this.desk.answers(actor, id, { question: question.id }),
    ]);
    const { state = emptyForm(), tickAll = false } = shown;
    return <QuestionAnswersPage {...{ mechanism, round, questions, question, answers, state, tickAll }} />;
  }

  async delegation(
    actor: Actor,
    id: string,
    delegation: string,
    { state = emptyForm(), tickAll = false }: Shown,
  ) {
    const round = await this.rounds.findToManage(actor, id);
    const [mechanism, asked, answers] = await Promise.all([
      this.mechanisms.find(round.mechanismId),
      this.desk.asked(actor, id, delegation),
      this.desk.answers(actor, id, { delegation }),
    ]);
    return <DelegationAnswersPage {...{ mechanism, round, ...asked, answers, state, tickAll }} />;
  }

  /** The page that the ticks came from, with why they were not taken. */
  refused(actor: Actor, id: string, state: FormState) {
    const { question, delegation } = state.values as { question?: string; delegation?: string };
    if (delegation) return this.delegation(actor, id, delegation, { state });
    return this.question(actor, id, question, { state });
  }
}
