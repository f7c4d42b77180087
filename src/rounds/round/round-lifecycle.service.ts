import { listed } from '../../platform/i18n/listed.js';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { States } from '../../accounts/states.js';
import { Clock } from '../../platform/clock.js';
import { change } from '../../platform/database/change.js';
import { History } from '../../platform/database/history.js';
import { insertAll } from '../../platform/database/in-slices.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { InvalidError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { alphabet } from '../../platform/i18n/alphabet.js';
import { isPutTo } from '../addressees/question-target.js';
import { Round, RoundAddressee, RoundAnswer, type RoundQuestion } from './round.entity.js';
import { RoundInvitations } from './round-invitations.js';
import { type RoundMove, roundWorkflow } from './round.workflow.js';
import { RoundQueryService } from './round-query.service.js';

/** A question put to an addressee. */
export interface QuestionAssignment {
  question: RoundQuestion;
  addressee: RoundAddressee;
}

const NAMED = 10;

/** How a round runs: opened, moved to another day, closed. What was asked, and of whom, stays as it was put. */
@Injectable()
export class RoundLifecycleService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly history: History,
    private readonly rounds: RoundQueryService,
    private readonly invitations: RoundInvitations,
  ) {}

  /**
   * Opens a draft: each addressee is put the questions that concern it by the plan as it is now, and its people are
   * told. Throws InvalidError when it asks nothing, or nobody, or somebody nothing.
   */
  async open(actor: Actor, id: string): Promise<Round> {
    const changes = { state: 'open' as const, openedAt: this.clock.now() };
    return this.move(actor, id, 'open', changes, async (round, manager) => {
      const addressees = await manager.findBy(RoundAddressee, { roundId: id });
      if (addressees.length === 0) throw InvalidError.field('', 'error.round.nobody');
      const questions = await this.ask(actor, round, addressees);
      return { addressees: addressees.length, questions };
    });
  }

  /** Moves the day of an open round, later or earlier. Those who have not finished are notified. */
  extend(actor: Actor, id: string, dueDay: string): Promise<Round> {
    return this.move(actor, id, 'extend', { dueDay }, async (round) => {
      await this.invitations.tellNewDay(round, actor);
      return {};
    });
  }

  /** Ends an open round. Nobody can answer through it any more; drafts stay with their delegations. */
  close(actor: Actor, id: string): Promise<Round> {
    return this.move(actor, id, 'close', { state: 'closed', closedAt: this.clock.now() });
  }

  /** Who would get a mail if it was opened now, or if its day was moved. Throws as opening does, but for what is missing. */
  async told(actor: Actor, id: string): Promise<string[]> {
    return this.invitations.recipients(await this.rounds.findToManage(actor, id), actor);
  }

  /** How many of those asked have not finished. */
  async unfinished(actor: Actor, id: string): Promise<number> {
    return (await this.invitations.waiting(await this.rounds.findToManage(actor, id))).length;
  }

  /** Puts an open round to some of its addressees, and notifies their people. Answers how many questions that were. */
  async ask(actor: Actor, round: Round, addressees: RoundAddressee[]): Promise<number> {
    return this.unitOfWork.run(async (manager) => {
      const questions = await this.rounds.questions(round.id);
      if (questions.length === 0) throw InvalidError.field('', 'error.round.nothing');
      const pairs = questionAssignments(questions, addressees);
      const asked = new Set(pairs.map(({ addressee }) => addressee.id));
      const idle = addressees.filter(({ id }) => !asked.has(id));
      if (idle.length > 0) throw nothingFor(idle, actor.language);
      const rows = pairs.map(({ question, addressee }) => ({
        id: uuid(),
        roundId: round.id,
        questionId: question.id,
        addresseeId: addressee.id,
        entryId: null,
        declinedAt: null,
      }));
      await insertAll(manager, RoundAnswer, rows);
      const ids = In(addressees.map(({ id }) => id));
      await manager.update(RoundAddressee, { id: ids }, { state: 'invited', stateAt: this.clock.now() });
      await this.invitations.tell(round, actor);
      return new Set(pairs.map(({ question }) => question.id)).size;
    });
  }

  /** Changes a round as its workflow allows; `also` does what goes with it, and answers what the history adds. */
  private async move(
    actor: Actor,
    id: string,
    move: RoundMove,
    changes: Partial<Round>,
    also: (round: Round, manager: EntityManager) => Promise<object> = async () => ({}),
  ): Promise<Round> {
    return this.unitOfWork.run(async (manager) => {
      const round = await this.rounds.findToManage(actor, id);
      roundWorkflow.move(round.state, move);
      const before = Object.fromEntries(Object.keys(changes).map((key) => [key, round[key as keyof Round]]));
      const { state, version } = round;
      const current = () => this.rounds.findToManage(actor, id);
      Object.assign(round, await change(manager, Round, { id, state, version }, changes, { current }));
      const after = { ...changes, ...(await also(round, manager)) };
      await this.history.record(actor, {
        action: `round.${move}`,
        subjectKind: 'round',
        subjectId: id,
        scope: round.mechanismId,
        before,
        after,
      });
      return round;
    });
  }
}

/** Which question would be put to which addressee. */
export const questionAssignments = (
  questions: readonly RoundQuestion[],
  addressees: readonly RoundAddressee[],
): QuestionAssignment[] =>
  addressees.flatMap((addressee) =>
    questions
      .filter((question) => isPutTo(question, question.item?.owners ?? [], addressee))
      .map((question) => ({ question, addressee })),
  );

function nothingFor(idle: RoundAddressee[], language: string): InvalidError {
  const names = idle.map(({ kind, subject }) =>
    kind === 'state' ? States.name(subject, language) : subject,
  );
  const shown = names.sort(alphabet(language).compare).slice(0, NAMED);
  const more = names.length > NAMED ? ' …' : '';
  return InvalidError.field('', 'error.round.nothingFor', {
    names: listed(shown, language, 'unit') + more,
  });
}
