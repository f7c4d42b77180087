import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { change } from '../../platform/database/change.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Actor } from '../../platform/http/actor.js';
import { isEditable } from '../../progress/entries/entry.workflow.js';
import { EntryNotifications } from '../../progress/entries/entry-notifications.js';
import { Entry } from '../../progress/entries/entry.entity.js';
import { ProgressService } from '../../progress/entries/progress.service.js';
import { AddresseeStates } from '../addressees/addressee-states.js';
import { type RoundAddressee, RoundAnswer } from '../round/round.entity.js';
import { roundWorkflow } from '../round/round.workflow.js';
import { RoundQueryService } from '../round/round-query.service.js';
import { AnswerEntriesService } from './answer-entries.service.js';
import { AnswerQueryService } from './answer-query.service.js';
import { demandDecides } from './demand-decides.js';

/** What a delegation does in a round. The words themselves are entries: ProgressService's. */
@Injectable()
export class AnswersService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rounds: RoundQueryService,
    private readonly query: AnswerQueryService,
    private readonly entries: AnswerEntriesService,
    private readonly progress: ProgressService,
    private readonly states: AddresseeStates,
    private readonly notifications: EntryNotifications,
  ) {}

  /** Notes that somebody of the delegation looked at what it is asked. Looking again changes nothing. */
  async opened(actor: Actor, addressees: readonly RoundAddressee[]): Promise<void> {
    for (const addressee of addressees.filter(({ state }) => state === 'invited'))
      await this.states.move(actor, addressee, 'opened');
  }

  /**
   * Begins the answer to one question, or goes on with it: an entry of the same voice on the same item and period is
   * taken for the answer, so that nobody writes twice. Answers the entry.
   */
  async begin(actor: Actor, answerId: string, typed = false): Promise<Entry> {
    return this.unitOfWork.run(async (manager) => {
      const { answer, addressee } = await this.query.findOwn(actor, answerId);
      if (answer.entryId) return manager.findOneByOrFail(Entry, { id: answer.entryId });
      await this.states.hold(addressee);
      const entry = await this.entries.findOrStart(actor, manager, answer.question, addressee, typed);
      // Still without an answer, in the WHERE: a button pressed twice begins one draft, not two.
      const unbegun = { id: answerId, entryId: IsNull() };
      const begun = { entryId: entry.id, declinedAt: null };
      await change(manager, RoundAnswer, unbegun, begun, { reason: 'error.atOnce' });
      await this.states.settle(actor, addressee);
      return entry;
    });
  }

  /**
   * Submits everything that was written: the delegation has said what it will say. Answers whether some of it waits
   * for clearance within the delegation first, and reaches the secretariat by itself after that.
   */
  async handIn(actor: Actor, roundId: string, addresseeId: string): Promise<boolean> {
    demandDecides(actor);
    return this.unitOfWork.run(async (manager) => {
      const addressee = await this.rounds.ownAddressee(actor, roundId, addresseeId);
      roundWorkflow.move(addressee.round.state, 'answer');
      const answers = await manager.findBy(RoundAnswer, { addresseeId });
      const ids = answers.flatMap(({ entryId }) => entryId ?? []);
      // What is reported elsewhere and linked here is submitted where it is reported.
      const { mechanismId } = addressee.round;
      const entries = await manager.findBy(Entry, { id: In(ids), mechanismId });
      await this.states.handIn(addressee);
      let keptBack = false;
      for (const { id } of entries.filter(({ state }) => isEditable(state))) {
        const entry = await this.progress.submit(actor, id);
        if (!isEditable(entry.state)) continue;
        keptBack = true;
        await this.notifications.tellKeptBack(actor, entry);
      }
      await this.states.settle(actor, addressee);
      return keptBack;
    });
  }

  /** "Prefers not to report": an answer like any other. It needs no reason and ends the reminders. */
  async decline(actor: Actor, roundId: string, addresseeId: string): Promise<void> {
    demandDecides(actor);
    await this.unitOfWork.run(async () => {
      const addressee = await this.rounds.ownAddressee(actor, roundId, addresseeId);
      roundWorkflow.move(addressee.round.state, 'answer');
      await this.states.move(actor, addressee, 'declined');
    });
  }

  /** Takes "prefers not to report" back, for each question too. */
  async reconsider(actor: Actor, roundId: string, addresseeId: string): Promise<void> {
    demandDecides(actor);
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
    demandDecides(actor);
    return this.unitOfWork.run(async () => {
      const { answer, addressee } = await this.query.findOwn(actor, answerId);
      await this.states.declineOne(actor, addressee, answer, declined);
      return answer.roundId;
    });
  }
}
