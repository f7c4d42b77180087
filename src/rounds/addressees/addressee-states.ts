import { Injectable, type OnModuleInit } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { History } from '../../platform/database/history.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Actor } from '../../platform/http/actor.js';
import { EntryNotifications } from '../../progress/entries/entry-notifications.js';
import { type Entry, EntryItem } from '../../progress/entries/entry.entity.js';
import { RoundAddressee, RoundAnswer } from '../round/round.entity.js';
import { ANSWERED_STATES, type Progress, stateFrom } from '../round/round.workflow.js';
import type { AddresseeState } from '../round/vocabulary.js';
import { confirmCleared } from '../transcripts/confirm-cleared.js';

/** Keeps the addressees' states with what their people do, in the same transaction. */
@Injectable()
export class AddresseeStates implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly history: History,
    private readonly notifications: EntryNotifications,
  ) {}

  onModuleInit(): void {
    this.notifications.listen(async (actor, entry, { mechanismId }, state) => {
      if (state === 'submitted') await this.submitted(actor, entry, mechanismId);
      if (state === 'withdrawn') await this.withdrawn(actor, entry, mechanismId);
    });
  }

  /** Sets a state; nothing happens when it is that already. */
  async move(actor: Actor, addressee: RoundAddressee, state: AddresseeState): Promise<void> {
    if (addressee.state === state) return;
    await this.unitOfWork.run(async (manager) => {
      const changes = { state, stateAt: this.clock.now() };
      const moved = await manager.update(
        RoundAddressee,
        { id: addressee.id, state: addressee.state },
        changes,
      );
      if (!moved.affected) return;
      await this.history.record(actor, {
        action: `round.${state}`,
        subjectKind: 'round-addressee',
        subjectId: addressee.id,
        // As with an entry's draft, its own id is a scope that nobody reads by. A given answer is the mechanism's.
        scope: ANSWERED_STATES.includes(state) ? addressee.round.mechanismId : addressee.id,
        after: { state, kind: addressee.kind, subject: addressee.subject },
      });
      Object.assign(addressee, changes);
    });
  }

  /** Notes that the delegation has said all it will say. */
  async handIn(addressee: RoundAddressee): Promise<void> {
    const handedInAt = this.clock.now();
    await this.unitOfWork.run((manager) =>
      manager.update(RoundAddressee, { id: addressee.id }, { handedInAt }),
    );
    Object.assign(addressee, { handedInAt });
  }

  /** Notes that the delegation prefers not to answer one question, or no longer prefers so. */
  async declineOne(
    actor: Actor,
    addressee: RoundAddressee,
    { id, declinedAt }: RoundAnswer,
    declined: boolean,
  ): Promise<void> {
    if ((declinedAt !== null) === declined) return;
    await this.unitOfWork.run((manager) =>
      manager.update(RoundAnswer, { id }, { declinedAt: declined ? this.clock.now() : null }),
    );
    await this.settle(actor, addressee);
  }

  /**
   * Holds the addressee until the transaction ends, as it stands now: of two answers that are given at the same moment,
   * the second counts the first. Call inside a unit of work, before an answer of it is changed.
   */
  async hold(addressee: RoundAddressee): Promise<void> {
    const lock = this.unitOfWork.sqlite ? {} : { lock: { mode: 'for_no_key_update' as const } };
    await this.unitOfWork.run(async (manager) => {
      const where = { id: addressee.id };
      const { state, stateAt, handedInAt } = await manager.findOneOrFail(RoundAddressee, { where, ...lock });
      Object.assign(addressee, { state, stateAt, handedInAt });
    });
  }

  /** Finds the state from how the questions stand, and sets it. A round that is closed keeps its states. */
  async settle(actor: Actor, addressee: RoundAddressee): Promise<void> {
    if (addressee.round.state !== 'open') return;
    await this.hold(addressee);
    const answers = await this.unitOfWork.read.find(RoundAnswer, {
      where: { addresseeId: addressee.id },
      relations: { question: true, entry: true },
    });
    const said = await this.itemsSaid(answers);
    const questions = answers.map((answer) => progressOf(answer, said));
    await this.move(actor, addressee, stateFrom(questions, addressee.handedInAt !== null));
  }

  /** What the entries say as they were submitted last: keys of entry and item. */
  private async itemsSaid(answers: readonly RoundAnswer[]): Promise<ReadonlySet<string>> {
    const entries = answers.flatMap(({ entry }) => (entry && entry.submittedVersion > 0 ? [entry] : []));
    if (entries.length === 0) return new Set();
    const rows = await this.unitOfWork.read.find(EntryItem, {
      where: entries.map(({ id: entryId, submittedVersion: number }) => ({ entryId, number })),
    });
    return new Set(rows.map(({ entryId, itemId }) => `${entryId} ${itemId}`));
  }

  /**
   * An entry was submitted to a mechanism, wherever it was written: it answers the questions there that it was begun
   * for, and those open ones about its items and period that its reporter has not begun to answer.
   */
  private async submitted(actor: Actor, entry: Entry, mechanismId: string): Promise<void> {
    const answers = await this.answeredBy(entry, mechanismId);
    for (const { id, entryId } of answers) {
      if (entryId === null)
        // Unless somebody begins to answer it at this moment.
        await this.unitOfWork.run((manager) =>
          manager.update(RoundAnswer, { id, entryId: IsNull() }, { entryId: entry.id }),
        );
    }
    for (const addressee of addresseesOf(answers)) {
      await this.settle(actor, addressee);
      await this.unitOfWork.run((manager) => confirmCleared(manager, this.history, actor, addressee));
    }
  }

  /** What was handed in and taken back answers nothing any more. */
  private async withdrawn(actor: Actor, { id: entryId }: Entry, mechanismId: string): Promise<void> {
    const answers = await this.unitOfWork.read.find(RoundAnswer, {
      where: { entryId, round: { mechanismId, state: 'open' } },
      relations: { addressee: { round: true } },
    });
    for (const addressee of addresseesOf(answers)) await this.settle(actor, addressee);
  }

  private answeredBy(entry: Entry, mechanismId: string): Promise<RoundAnswer[]> {
    const { id: entryId, reporterKind: kind, reporter: subject, submittedVersion: number } = entry;
    return (
      this.unitOfWork.read
        .createQueryBuilder(RoundAnswer, 'answer')
        .innerJoinAndSelect('answer.addressee', 'addressee')
        .innerJoinAndSelect('addressee.round', 'round')
        .where('round.mechanismId = :mechanismId', { mechanismId })
        // Each looks up an index; one condition with OR would go through all answers.
        .andWhere(
          `answer.id IN (SELECT "begun"."id" FROM "round_answer" "begun" WHERE "begun"."entryId" = :entryId UNION ${UNBEGUN})`,
          { entryId, number, kind, subject, mechanismId },
        )
        .getMany()
    );
  }
}

/** Of what was submitted: a link may come while another text is being written. */
const UNBEGUN = `
  SELECT "open"."id" FROM "entry_item" "row"
  JOIN "entry_version" "said" ON "said"."entryId" = "row"."entryId" AND "said"."number" = "row"."number"
  JOIN "round_question" "question" ON "question"."itemId" = "row"."itemId"
  JOIN "round_answer" "open" ON "open"."questionId" = "question"."id"
  JOIN "round_addressee" "to" ON "to"."id" = "open"."addresseeId"
  JOIN "round" ON "round"."id" = "open"."roundId"
  WHERE "row"."entryId" = :entryId AND "row"."number" = :number
    AND "open"."entryId" IS NULL AND "open"."declinedAt" IS NULL
    AND "to"."kind" = :kind AND "to"."subject" = :subject
    AND "round"."state" = 'open' AND "round"."mechanismId" = :mechanismId
    AND "round"."periodStart" <= "said"."periodEnd" AND "round"."periodEnd" >= "said"."periodStart"`
  .replace(/\s+/g, ' ')
  .trim();

/** Each once, and in one order everywhere: two that hold some of the same must not wait for each other. */
const addresseesOf = (answers: readonly RoundAnswer[]): RoundAddressee[] =>
  [...new Map(answers.map(({ addressee }) => [addressee.id, addressee])).values()].sort((a, b) =>
    a.id < b.id ? -1 : 1,
  );

function progressOf({ declinedAt, entry, question }: RoundAnswer, said: ReadonlySet<string>): Progress {
  const submitted =
    entry !== null &&
    entry.submittedVersion > 0 &&
    entry.state !== 'withdrawn' &&
    (question.itemId === null || said.has(`${entry.id} ${question.itemId}`));
  return { declined: declinedAt !== null, entry: submitted ? 'submitted' : entry ? 'draft' : 'none' };
}
