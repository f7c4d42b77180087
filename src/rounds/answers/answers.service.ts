import { Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull } from 'typeorm';
import { change } from '../../platform/database/change.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { readInput } from '../../platform/http/read-input.js';
import { EntryQueryService, type SeenEntry } from '../../progress/access/entry-query.service.js';
import { EntryContent } from '../../progress/entries/entry-content.js';
import { isEditable } from '../../progress/entries/entry.workflow.js';
import { Entry } from '../../progress/entries/entry.entity.js';
import { ProgressService } from '../../progress/entries/progress.service.js';
import { AddresseeStates } from '../addressees/addressee-states.js';
import { keyOf } from '../addressees/question-target.js';
import { type Round, type RoundAddressee, RoundAnswer, type RoundQuestion } from '../round/round.entity.js';
import { roundWorkflow } from '../round/round.workflow.js';
import { RoundQueryService } from '../round/round-query.service.js';

/** A question as it was put to one addressee, with the entry that answers it, if the reader may see one. */
export interface QuestionAnswer {
  answer: RoundAnswer;
  question: RoundQuestion;
  entry: SeenEntry | null;
  /** Handed in, and kept back within the addressee's own people; told to them alone. */
  keptBack: boolean;
}

/** What a delegation does in a round. The words themselves are entries: ProgressService's. */
@Injectable()
export class AnswersService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rounds: RoundQueryService,
    private readonly entries: EntryQueryService,
    private readonly progress: ProgressService,
    private readonly states: AddresseeStates,
  ) {}

  /**
   * An addressee's questions in their order. The entries are those in the actor's sight: a delegation's own, and for
   * the secretariat what was submitted. The caller has found the addressee through the actor.
   */
  async lines(actor: Actor, id: string, mechanismId: string): Promise<QuestionAnswer[]> {
    const answers = await this.unitOfWork.read.find(RoundAnswer, {
      where: { addresseeId: id },
      relations: { question: { item: { plan: true } } },
    });
    const entries = await this.entries.among(
      actor,
      answers.flatMap(({ entryId }) => entryId ?? []),
      mechanismId,
    );
    const byId = new Map(entries.map((entry) => [entry.id, entry]));
    const own = entries.filter(({ sight }) => sight === 'own').map(({ id: entryId }) => entryId);
    const kept = await this.progress.keptBack(own);
    return answers
      .map((answer) => ({
        answer,
        question: answer.question,
        entry: byId.get(answer.entryId ?? '') ?? null,
        keptBack: kept.has(answer.entryId ?? ''),
      }))
      .sort((a, b) => a.question.position - b.question.position || (a.question.id < b.question.id ? -1 : 1));
  }

  /**
   * The questions an entry answers, for its delegation and for the secretariat once it may see the entry. To the
   * mechanism's other people an entry does not tell that it was asked for.
   */
  async answeredBy(actor: Actor, entryId: string): Promise<RoundAnswer[]> {
    const [entry] = await this.entries.among(actor, [entryId]);
    if (!entry || entry.sight === 'accepted') return [];
    return this.unitOfWork.read.find(RoundAnswer, {
      where: { entryId },
      relations: { round: true, question: { item: { plan: true } } },
      order: { id: 'ASC' },
    });
  }

  /** Notes that somebody of the delegation looked at what it is asked. Looking again changes nothing. */
  async opened(actor: Actor, addressees: readonly RoundAddressee[]): Promise<void> {
    for (const addressee of addressees.filter(({ state }) => state === 'invited'))
      await this.states.move(actor, addressee, 'opened');
  }

  /**
   * Begins the answer to one question, or goes on with it: an entry of the same voice on the same item and period is
   * taken for the answer, so that nobody writes twice. Answers the entry.
   */
  async begin(actor: Actor, answerId: string): Promise<Entry> {
    return this.unitOfWork.run(async (manager) => {
      const { answer, addressee } = await this.own(actor, answerId);
      const { round } = addressee;
      if (answer.entryId) return manager.findOneByOrFail(Entry, { id: answer.entryId });
      const entry =
        (await this.reported(actor, manager, answer.question, addressee)) ??
        (await this.start(actor, answer.question, addressee, round));
      // Still without an answer, in the WHERE: a button pressed twice begins one draft, not two.
      const unbegun = { id: answerId, entryId: IsNull() };
      const begun = { entryId: entry.id, declinedAt: null };
      await change(manager, RoundAnswer, unbegun, begun, { reason: 'error.atOnce' });
      await this.states.settle(actor, addressee);
      return entry;
    });
  }

  /**
   * Hands everything that was written to the secretariat: the delegation has said what it will say. Answers whether
   * some of it is kept back within the delegation first, and reaches the secretariat by itself after that.
   */
  async handIn(actor: Actor, roundId: string, addresseeId: string): Promise<boolean> {
    return this.unitOfWork.run(async (manager) => {
      const addressee = await this.rounds.ownAddressee(actor, roundId, addresseeId);
      roundWorkflow.move(addressee.round.state, 'answer');
      const answers = await manager.findBy(RoundAnswer, { addresseeId });
      const ids = answers.flatMap(({ entryId }) => entryId ?? []);
      // What is reported elsewhere and linked here is handed in where it is reported.
      const { mechanismId } = addressee.round;
      const entries = await manager.findBy(Entry, { id: In(ids), mechanismId });
      await this.states.handIn(addressee);
      let keptBack = false;
      for (const { id } of entries.filter(({ state }) => isEditable(state)))
        if (isEditable((await this.progress.submit(actor, id)).state)) keptBack = true;
      await this.states.settle(actor, addressee);
      return keptBack;
    });
  }

  /** "Prefers not to report": an answer like any other. It needs no reason and ends the reminders. */
  async decline(actor: Actor, roundId: string, addresseeId: string): Promise<void> {
    await this.unitOfWork.run(async () => {
      const addressee = await this.rounds.ownAddressee(actor, roundId, addresseeId);
      roundWorkflow.move(addressee.round.state, 'answer');
      await this.states.move(actor, addressee, 'declined');
    });
  }

  /** Takes "prefers not to report" back, for each question too. */
  async reconsider(actor: Actor, roundId: string, addresseeId: string): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const addressee = await this.rounds.ownAddressee(actor, roundId, addresseeId);
      roundWorkflow.move(addressee.round.state, 'answer');
      await manager.update(RoundAnswer, { addresseeId }, { declinedAt: null });
      if (addressee.state === 'declined') await this.states.move(actor, addressee, 'opened');
      await this.states.settle(actor, addressee);
    });
  }

  /** The same for one question: said with `declined`, taken back without. Answers the id of its round. */
  async declineOne(actor: Actor, answerId: string, declined: boolean): Promise<string> {
    return this.unitOfWork.run(async () => {
      const { answer, addressee } = await this.own(actor, answerId);
      await this.states.declineOne(actor, addressee, answer, declined);
      return answer.roundId;
    });
  }

  /** An answer of a delegation the actor speaks for, in an open round. */
  private async own(actor: Actor, answerId: string) {
    const answer = await this.unitOfWork.read.findOne(RoundAnswer, {
      where: { id: answerId },
      relations: { question: true },
    });
    if (!answer) throw new NotFoundError('answer');
    const addressee = await this.rounds.ownAddressee(actor, answer.roundId, answer.addresseeId);
    roundWorkflow.move(addressee.round.state, 'answer');
    return { answer, addressee };
  }

  /** What the same voice said here about the item for a time that touches the round's: reported here, or linked. */
  private async reported(
    actor: Actor,
    manager: EntityManager,
    { itemId }: RoundQuestion,
    { kind, subject, round }: RoundAddressee,
  ): Promise<Entry | null> {
    if (!itemId) return null;
    const { mechanismId, periodStart: from, periodEnd: until } = round;
    const found = await manager
      .createQueryBuilder(Entry, 'entry')
      .innerJoin('entry.items', 'link', 'link.itemId = :itemId', { itemId })
      .innerJoin('entry.disclosures', 'place', 'place.mechanismId = :mechanismId', { mechanismId })
      .where('entry.reporterKind = :kind AND entry.reporter = :subject', { kind, subject })
      .andWhere(`entry.state <> 'withdrawn'`)
      .andWhere('entry.periodStart <= :until AND entry.periodEnd >= :from', { from, until })
      .orderBy('entry.changedAt', 'DESC')
      .getMany();
    const seen = await this.entries.among(
      actor,
      found.map(({ id }) => id),
      mechanismId,
    );
    const own = new Set(seen.filter(({ sight }) => sight === 'own').map(({ id }) => id));
    return found.find(({ id }) => own.has(id)) ?? null;
  }

  private start(
    actor: Actor,
    { itemId, objective }: RoundQuestion,
    addressee: RoundAddressee,
    round: Round,
  ): Promise<Entry> {
    const { mechanismId, periodStart, periodEnd } = round;
    const content = readInput(EntryContent, { language: languageOf(actor, round) });
    const input = { mechanismId, as: keyOf(addressee), periodStart, periodEnd, content };
    if (itemId) return this.progress.start(actor, { ...input, items: [itemId] });
    return this.progress.startAnswer(actor, {
      ...input,
      objectives: objective === null ? [] : [objective],
    });
  }
}

/** The writer's own language when the round takes answers in it, else the round's first. */
const languageOf = (actor: Actor, { languages }: Round) =>
  languages.includes(actor.language) ? actor.language : (languages[0] ?? actor.language);
