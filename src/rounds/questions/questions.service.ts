import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { History } from '../../platform/database/history.js';
import { lockSubject } from '../../platform/database/lock-subject.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { InvalidError, NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { ItemsService } from '../../plans/items/items.service.js';
import { PlanItem } from '../../plans/plan/plan.entity.js';
import { PlansService } from '../../plans/plan/plans.service.js';
import type { ItemQuestionsInput, QuestionChange, QuestionsInput } from './questions.dto.js';
import { Round, RoundQuestion } from '../round/round.entity.js';
import { roundWorkflow } from '../round/round.workflow.js';
import { RoundQueryService } from '../round/round-query.service.js';
import { chosenItems } from './chosen-items.js';

/** A round that asks more is not answered; and a whole plan may be asked about in parts. */
const MOST = 500;

type NewQuestion = Pick<RoundQuestion, 'kind' | 'asked'> &
  Partial<Pick<RoundQuestion, 'itemId' | 'objective' | 'text' | 'hint'>>;

/** What a round asks. Questions change while it is a draft; opened, it stays as it was put. */
@Injectable()
export class QuestionsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly history: History,
    private readonly rounds: RoundQueryService,
    private readonly plans: PlansService,
    private readonly items: ItemsService,
  ) {}

  /** Adds questions at the end; what the round asks already is left out. Throws InvalidError naming an unknown code. */
  async add(actor: Actor, roundId: string, input: QuestionsInput): Promise<RoundQuestion[]> {
    const meant = await this.meant(actor, roundId, input);
    return this.unitOfWork.run(async (manager) => {
      const round = await this.rounds.holdToManage(actor, roundId);
      roundWorkflow.move(round.state, 'edit');
      const there = await manager.findBy(RoundQuestion, { roundId });
      const known = new Set(there.map(subjectOf));
      const fresh = meant.filter((question) => question.kind === 'free' || !known.has(subjectOf(question)));
      if (there.length + fresh.length > MOST)
        throw InvalidError.field('', 'error.tooManyQuestions', { maximum: MOST });
      const next = Math.max(-1, ...there.map(({ position }) => position)) + 1;
      const rows = fresh.map((question, index) => ({
        itemId: null,
        objective: null,
        text: null,
        hint: null,
        chosen: null,
        ...question,
        id: uuid(),
        roundId,
        position: next + index,
      }));
      if (rows.length === 0) return [];
      await manager.insert(RoundQuestion, rows);
      await this.record(actor, 'round.ask', round, undefined, { questions: rows.length });
      return rows.map((row) => manager.create(RoundQuestion, row));
    });
  }

  /** Of whom it is asked, what would help, and the words of a free one. */
  async change(actor: Actor, questionId: string, input: QuestionChange): Promise<RoundQuestion> {
    return this.unitOfWork.run(async (manager) => {
      const { question, round } = await this.found(manager, actor, questionId);
      if (question.kind === 'free' && !input.text) throw InvalidError.field('text', 'error.required');
      if (question.kind !== 'item' && input.asked === 'owners')
        throw InvalidError.field('asked', 'error.choice');
      const { hint, asked } = input;
      const chosen = asked === 'chosen' ? input.chosen : null;
      const next = { hint, asked, chosen, ...(question.kind === 'free' && { text: input.text }) };
      await manager.update(RoundQuestion, { id: questionId }, next);
      const { hint: formerHint, asked: formerAsked, chosen: formerChosen } = question;
      const before = { hint: formerHint, asked: formerAsked, chosen: formerChosen };
      await this.record(actor, 'round.question', round, before, { hint, asked, chosen });
      return Object.assign(question, next);
    });
  }

  async remove(actor: Actor, questionId: string): Promise<Round> {
    return this.unitOfWork.run(async (manager) => {
      const { round, question } = await this.found(manager, actor, questionId);
      await manager.delete(RoundQuestion, { id: questionId });
      await this.record(actor, 'round.unask', round, { kind: question.kind, subject: subjectOf(question) });
      return round;
    });
  }

  /** Changes places with the question before or after it; at the end, nothing happens. */
  async step(actor: Actor, questionId: string, direction: 'up' | 'down'): Promise<Round> {
    return this.unitOfWork.run(async (manager) => {
      const { question, round } = await this.found(manager, actor, questionId);
      const all = await this.rounds.questions(round.id);
      const at = all.findIndex(({ id }) => id === questionId);
      const other = all[direction === 'up' ? at - 1 : at + 1];
      if (other) {
        await manager.update(RoundQuestion, { id: questionId }, { position: other.position });
        await manager.update(RoundQuestion, { id: other.id }, { position: question.position });
      }
      return round;
    });
  }

  /** A question of a draft, for the secretariat that means to change it. */
  async find(actor: Actor, questionId: string): Promise<{ question: RoundQuestion; round: Round }> {
    const question = await this.unitOfWork.read.findOne(RoundQuestion, {
      where: { id: questionId },
      relations: { item: { plan: true, owners: true } },
    });
    if (!question) throw new NotFoundError('question');
    return { question, round: await this.draft(actor, question.roundId) };
  }

  /** The same within a unit of work: its call is not opened before that ends. */
  private async found(manager: EntityManager, actor: Actor, questionId: string) {
    const { round } = await this.find(actor, questionId);
    await lockSubject(manager, Round, round.id);
    return this.find(actor, questionId);
  }

  private async draft(actor: Actor, roundId: string): Promise<Round> {
    const round = await this.rounds.findToManage(actor, roundId);
    roundWorkflow.move(round.state, 'edit');
    return round;
  }

  private async meant(actor: Actor, roundId: string, input: QuestionsInput): Promise<NewQuestion[]> {
    if (input.kind === 'free')
      return [{ kind: 'free', asked: 'everybody', text: input.text, hint: input.hint }];
    if (input.kind === 'objective')
      return [...new Set(input.objectives)]
        .sort((a, b) => a - b)
        .map((objective) => ({ kind: 'objective', asked: 'everybody', objective }));
    const asked = input.everybody ? 'everybody' : 'owners';
    const items = await this.itemsMeant(actor, roundId, input);
    return items.map(({ id: itemId }) => ({ kind: 'item', asked, itemId }));
  }

  /** Of each plan in its order. */
  private async itemsMeant(actor: Actor, roundId: string, input: ItemQuestionsInput): Promise<PlanItem[]> {
    const { mechanismId } = await this.draft(actor, roundId);
    if (input.items.length === 0) {
      const plan = await this.plans.find(actor, input.planId!);
      if (plan.mechanismId !== mechanismId) throw InvalidError.field('planId', 'error.choice');
      return chosenItems(await this.items.tree(actor, plan.id), input.codes);
    }
    const wanted = new Set(input.items);
    const where = { id: In([...wanted]), plan: { mechanismId } };
    const found = await this.unitOfWork.read.findBy(PlanItem, where);
    if (found.length < wanted.size) throw InvalidError.field('items', 'error.item');
    const trees: PlanItem[][] = [];
    for (const planId of new Set(found.map((item) => item.planId)))
      trees.push(await this.items.tree(actor, planId));
    return trees.flat().filter(({ id }) => wanted.has(id));
  }

  private record(actor: Actor, action: string, round: Round, before?: object, after?: object): Promise<void> {
    const change = { action, subjectKind: 'round', subjectId: round.id, scope: round.mechanismId };
    return this.history.record(actor, { ...change, before: { ...before }, after: { ...after } });
  }
}

const subjectOf = (question: Partial<RoundQuestion>) =>
  `${question.kind}:${question.itemId ?? question.objective ?? ''}`;
