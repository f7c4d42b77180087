import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { lockSubject } from '../../platform/database/lock-subject.js';
import { Clock } from '../../platform/clock.js';
import { change } from '../../platform/database/change.js';
import { History } from '../../platform/database/history.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ConflictError, InvalidError, NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { EligibleAddresseesService } from '../addressees/eligible-addressees.service.js';
import { keyOf } from '../addressees/question-target.js';
import { answerFingerprint, NO_WORDS } from '../answers/answer-fingerprint.js';
import { AnswerQueryService, type QuestionAnswer } from '../answers/answer-query.service.js';
import type { AnswerWords } from '../answers/answers.dto.js';
import { RoundAddressee } from '../round/round.entity.js';
import { RoundQueryService } from '../round/round-query.service.js';
import { roundWorkflow } from '../round/round.workflow.js';
import type { NewTranscriptInput, TranscriptChange } from './transcript.dto.js';
import { Transcript } from './transcript.entity.js';
import { TranscriptMail } from './transcript.mail.js';
import { transcriptEvent } from './transcript-event.js';
import { type TranscriptMove, transcriptWorkflow } from './transcript.workflow.js';

/** An addressee as its secretariat types for it. */
export interface TranscriptSheet {
  addressee: RoundAddressee;
  /** Its questions; the entry is what was handed in. */
  lines: QuestionAnswer[];
  /** The last one, if there is any. */
  transcript: Transcript | null;
}

/** What a secretariat takes in for a delegation: typed, changed, taken back. To confirm it is TranscriptDecisions'. */
@Injectable()
export class TranscriptsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly history: History,
    private readonly outbox: Outbox,
    private readonly mail: TranscriptMail,
    private readonly rounds: RoundQueryService,
    private readonly query: AnswerQueryService,
    private readonly eligible: EligibleAddresseesService,
  ) {}

  /** For the secretariat. Throws NotFoundError, or ForbiddenError for who does not manage the round. */
  async sheet(actor: Actor, roundId: string, addresseeId: string): Promise<TranscriptSheet> {
    const round = await this.rounds.findToManage(actor, roundId);
    const found = await this.unitOfWork.read.findOneBy(RoundAddressee, { id: addresseeId, roundId });
    if (!found) throw new NotFoundError('addressee');
    const lines = await this.query.lines(actor, addresseeId, round.mechanismId);
    const addressee = Object.assign(found, { round });
    return { addressee, lines, transcript: await this.last(addresseeId) };
  }

  /**
   * Takes in what came for an open round, and asks those who speak for the delegation to confirm it. Throws
   * ConflictError while another one waits, InvalidError when nothing is typed.
   */
  async enter(
    actor: Actor,
    roundId: string,
    addresseeId: string,
    input: NewTranscriptInput,
  ): Promise<Transcript> {
    return this.unitOfWork.run(async (manager) => {
      // Of two that come at the same moment, the second finds the first.
      await lockSubject(manager, RoundAddressee, addresseeId);
      const { addressee, lines, transcript } = await this.sheet(actor, roundId, addresseeId);
      roundWorkflow.move(addressee.round.state, 'answer');
      if (transcript?.state === 'waiting') throw new ConflictError('error.transcript.waits', transcript);
      const row = Object.assign(new Transcript(), {
        ...this.typed(actor, lines, input),
        id: uuid(),
        roundId,
        addresseeId,
        state: 'waiting' as const,
        reason: null,
        version: 1,
      });
      await manager.insert(Transcript, row);
      await this.record(actor, 'enter', addressee, row);
      const speakers = await this.eligible.speakers(addressee.round.mechanismId, [addressee]);
      const people = speakers.get(keyOf(addressee))!.map(({ accountId }) => accountId);
      await this.outbox.post(this.mail, { id: row.id, transcript: row, addressee }, people);
      return row;
    });
  }

  /** Corrects one that still waits. Throws ConflictError for one that was confirmed or refused, or was changed meanwhile. */
  async change(actor: Actor, roundId: string, addresseeId: string, input: TranscriptChange) {
    return this.unitOfWork.run(async () => {
      const { addressee, lines, transcript } = await this.sheet(actor, roundId, addresseeId);
      const set = this.typed(actor, lines, input);
      const changed = await this.move(transcript, 'change', input.version, set);
      await this.record(actor, 'change', addressee, changed);
      return changed;
    });
  }

  /** Takes one back that nobody has confirmed. */
  async withdraw(actor: Actor, roundId: string, addresseeId: string, version: number): Promise<Transcript> {
    return this.unitOfWork.run(async () => {
      const { addressee, transcript } = await this.sheet(actor, roundId, addresseeId);
      const withdrawn = await this.move(transcript, 'withdraw', version, {});
      await this.record(actor, 'withdraw', addressee, withdrawn);
      return withdrawn;
    });
  }

  /** The one that waits for the delegation, by id of the addressee. The caller has found the addressees through the actor. */
  async waiting(addresseeId: string): Promise<Transcript | null> {
    return this.unitOfWork.read.findOneBy(Transcript, { addresseeId, state: 'waiting', decidedAt: IsNull() });
  }

  /**
   * Notes who of the delegation confirmed one that was read as `version`, for the delegation alone: that stays so while it
   * clears the words first. Call inside a unit of work.
   */
  async noteConfirmed({ id }: Transcript, version: number, by: Actor): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const where = { id, version, state: 'waiting' as const, decidedAt: IsNull() };
      const decided = { decidedName: by.name, decidedAt: this.clock.now() };
      // Not by `change`: the secretariat has the version, and would learn of it by one that is raised.
      const { affected } = await manager.update(Transcript, where, decided);
      if (!affected)
        throw new ConflictError('error.stale', await manager.findOneByOrFail(Transcript, { id }));
    });
  }

  /** Moves one on that was read as `version`. Call inside a unit of work. */
  async move(
    transcript: Transcript | null,
    move: TranscriptMove,
    version: number,
    set: Partial<Transcript>,
  ): Promise<Transcript> {
    if (!transcript) throw new NotFoundError('transcript');
    const { id, state: before } = transcript;
    const state = transcriptWorkflow.move(before, move);
    return this.unitOfWork.run(async (manager) => {
      const current = () => manager.findOneByOrFail(Transcript, { id });
      const where = { id, state: before, version };
      return { ...transcript, ...(await change(manager, Transcript, where, { ...set, state }, { current })) };
    });
  }

  record(actor: Actor, verb: string, addressee: RoundAddressee, transcript: Transcript): Promise<void> {
    return this.history.record(actor, transcriptEvent(verb, addressee, transcript));
  }

  /** The last one of an addressee, whatever became of it. */
  private async last(addresseeId: string): Promise<Transcript | null> {
    const [last] = await this.unitOfWork.read.find(Transcript, {
      where: { addresseeId },
      order: { id: 'DESC' },
      take: 1,
    });
    return last ?? null;
  }

  private typed(actor: Actor, lines: readonly QuestionAnswer[], input: NewTranscriptInput) {
    const open = new Set(lines.filter(({ entry }) => entry === null).map(({ answer }) => answer.id));
    const answers: Record<string, AnswerWords> = {};
    for (const [id, words] of Object.entries(input.answers)) {
      if (answerFingerprint(words) === NO_WORDS) continue;
      if (!open.has(id)) throw new NotFoundError('answer');
      answers[id] = words;
    }
    if (Object.keys(answers).length === 0) throw InvalidError.field('', 'error.transcript.nothing');
    const { way, receivedDay } = input;
    const by = { enteredBy: actor.accountId, enteredName: actor.name, enteredAt: this.clock.now() };
    // Other words are to be confirmed anew.
    return { way, receivedDay, answers, ...by, decidedName: null, decidedAt: null };
  }
}
