import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { EntryQueryService } from '../../progress/access/entry-query.service.js';
import type { SeenEntry } from '../../progress/access/seen-entry.js';
import { AddresseesService } from '../addressees/addressees.service.js';
import { isAbout } from '../addressees/question-target.js';
import { type Round, type RoundAddressee, RoundAnswer, type RoundQuestion } from '../round/round.entity.js';
import { RoundQueryService } from '../round/round-query.service.js';
import { type Cell, cellOf } from './cell.js';

/** A question as it was put to a delegation, and what the secretariat received. */
export interface DeskAnswer {
  id: string;
  question: RoundQuestion;
  addressee: RoundAddressee;
  cell: Cell;
  entry: SeenEntry | null;
}

export interface MatrixRow {
  addressee: RoundAddressee;
  /** One for each question, in their order; the id of the answer is null where it was not asked. */
  cells: { cell: Cell; answerId: string | null; entryId: string | null }[];
}

/** Which answers are meant: all to a question, all of a delegation, or all of the call. */
export interface Part {
  question?: string;
  delegation?: string;
}

/** The answers of a call as its secretariat has them before it: what was submitted, and nothing that is being written. */
@Injectable()
export class DeskService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rounds: RoundQueryService,
    private readonly addressees: AddresseesService,
    private readonly entries: EntryQueryService,
  ) {}

  /** Which of these questions each delegation has answered; delegations in the alphabet of the reader, and no other order. */
  async matrix(
    actor: Actor,
    { id: roundId, mechanismId }: Round,
    addressees: readonly RoundAddressee[],
    questions: readonly RoundQuestion[],
  ): Promise<MatrixRow[]> {
    if (questions.length === 0) return addressees.map((addressee) => ({ addressee, cells: [] }));
    const answers = await this.unitOfWork.read.findBy(RoundAnswer, {
      roundId,
      questionId: In(questions.map(({ id }) => id)),
    });
    const lines = await this.entries.linesAmong(actor, entryIds(answers), mechanismId);
    const byId = new Map(lines.map((line) => [line.id, line]));
    const byPair = new Map(answers.map((answer) => [pair(answer.addresseeId, answer.questionId), answer]));
    return addressees.map((addressee) => ({
      addressee,
      cells: questions.map((question) => {
        const answer = byPair.get(pair(addressee.id, question.id));
        const line = byId.get(answer?.entryId ?? '');
        const seen = line && isAbout(line.items, question) ? line : null;
        const asked = answer ? { state: addressee.state, declined: answer.declinedAt !== null } : null;
        const cell = cellOf(asked, seen?.standing ?? null);
        return { cell, answerId: answer?.id ?? null, entryId: seen?.id ?? null };
      }),
    }));
  }

  /** The answers to the same question before and after one, by the alphabet of delegations: ids of entries. */
  async neighbours(actor: Actor, { round, question, addresseeId }: RoundAnswer) {
    const addressees = await this.addressees.list(actor, round.id);
    const rows = await this.matrix(actor, round, addressees, [question]);
    const received = rows.filter(
      ({ cells: [cell], addressee }) => cell?.entryId || addressee.id === addresseeId,
    );
    const at = received.findIndex(({ addressee }) => addressee.id === addresseeId);
    const entryAt = (index: number) => received[index]?.cells[0]?.entryId ?? null;
    return { previous: entryAt(at - 1), next: entryAt(at + 1) };
  }

  /** A delegation with those before and after it in the reader's alphabet. Throws NotFoundError. */
  async asked(actor: Actor, roundId: string, id: string) {
    const addressees = await this.addressees.list(actor, roundId);
    const at = addressees.findIndex((one) => one.id === id);
    if (at < 0) throw new NotFoundError('addressee');
    return {
      addressee: addressees[at]!,
      previous: addressees[at - 1] ?? null,
      next: addressees[at + 1] ?? null,
    };
  }

  /**
   * Answers with their words: by question in the order of the call, and in each by the alphabet. Throws NotFoundError or
   * ForbiddenError for who does not manage the call.
   */
  async answers(actor: Actor, roundId: string, { question, delegation }: Part = {}): Promise<DeskAnswer[]> {
    const { mechanismId } = await this.rounds.findToManage(actor, roundId);
    const questions = await this.rounds.questions(roundId);
    const addressees = await this.addressees.list(actor, roundId);
    if (question && !questions.some(({ id }) => id === question)) throw new NotFoundError('question');
    if (delegation && !addressees.some(({ id }) => id === delegation)) throw new NotFoundError('addressee');
    const answers = await this.unitOfWork.read.findBy(RoundAnswer, {
      roundId,
      ...(question && { questionId: question }),
      ...(delegation && { addresseeId: delegation }),
    });
    const seen = await this.entries.among(actor, entryIds(answers), mechanismId);
    const byId = new Map(seen.map((entry) => [entry.id, entry]));
    const byPair = new Map(answers.map((answer) => [pair(answer.addresseeId, answer.questionId), answer]));
    return questions.flatMap((one) =>
      addressees.flatMap((addressee): DeskAnswer[] => {
        const answer = byPair.get(pair(addressee.id, one.id));
        if (!answer) return [];
        const found = byId.get(answer.entryId ?? '');
        const entry = found && isAbout(found.items, one) ? found : null;
        const place = entry?.places.find((there) => there.mechanismId === mechanismId);
        const asked = { state: addressee.state, declined: answer.declinedAt !== null };
        const cell = cellOf(asked, place?.standing ?? null);
        return [{ id: answer.id, question: one, addressee, cell, entry }];
      }),
    );
  }
}

const pair = (addresseeId: string, questionId: string) => `${addresseeId} ${questionId}`;
const entryIds = (answers: readonly RoundAnswer[]) => [
  ...new Set(answers.flatMap(({ entryId }) => entryId ?? [])),
];
