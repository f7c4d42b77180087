import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ForbiddenError, NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { isEditable } from '../../progress/entries/entry.workflow.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { AddresseeAnswersService } from '../answers/addressee-answers.service.js';
import type { AnswersInput } from '../answers/answers.dto.js';
import { demandDecides } from '../answers/demand-decides.js';
import type { RoundAddressee } from '../round/round.entity.js';
import type { TranscriptRefusal } from './transcript.dto.js';
import type { Transcript } from './transcript.entity.js';
import { TranscriptMail } from './transcript.mail.js';
import { TranscriptsService } from './transcripts.service.js';

/**
 * What a delegation says to what was typed for it. Confirmed, with whatever was corrected, it is an answer of the
 * delegation like any other: handed in, through its clearance, and opened to nobody further by it.
 */
@Injectable()
export class TranscriptDecisions {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly mail: TranscriptMail,
    private readonly transcripts: TranscriptsService,
    private readonly addresseeAnswers: AddresseeAnswersService,
  ) {}

  /** Throws NotFoundError when none waits. The addressee was found through the actor, who decides for it. */
  async find(actor: Actor, { id }: RoundAddressee): Promise<Transcript> {
    demandDecides(actor);
    const transcript = await this.transcripts.waiting(id);
    if (!transcript) throw new NotFoundError('transcript');
    return transcript;
  }

  /**
   * Answers whether some of it waits for clearance first. Without `input`, the words are as they were typed. Throws
   * ForbiddenError for who typed them: that person may have come to the delegation meanwhile, or to a partner beside.
   */
  async confirm(
    actor: Actor,
    addressee: RoundAddressee,
    version: number,
    input?: AnswersInput,
  ): Promise<boolean> {
    return this.unitOfWork.run(async () => {
      const transcript = await this.find(actor, addressee);
      const typedBy = {
        way: 'behalf' as const,
        accountId: transcript.enteredBy,
        name: transcript.enteredName,
      };
      if (actor.accountId !== null && actor.accountId === transcript.enteredBy)
        throw new ForbiddenError('error.transcript.own');
      const words = input ?? (await this.asTyped(actor, addressee, transcript));
      const ids = new Set(Object.keys(transcript.answers));
      const kept = await this.addresseeAnswers.handIn(actor, addressee, words, { by: typedBy, ids });
      // While the delegation clears it, the secretariat learns of nothing: see `confirmCleared`.
      if (kept) await this.transcripts.noteConfirmed(transcript, version, actor);
      else await this.decide(actor, addressee, transcript, 'confirm', version, {});
      return kept;
    });
  }

  /** It is not what the delegation says. Whoever typed it is told. */
  async refuse(
    actor: Actor,
    addressee: RoundAddressee,
    { version, reason }: TranscriptRefusal,
  ): Promise<void> {
    await this.unitOfWork.run(async () => {
      const there = await this.find(actor, addressee);
      const transcript = await this.decide(actor, addressee, there, 'refuse', version, { reason });
      await this.outbox.post(this.mail, { id: transcript.id, transcript, addressee }, [transcript.enteredBy]);
    });
  }

  /** To what was handed in meanwhile nothing is added. */
  private async asTyped(
    actor: Actor,
    addressee: RoundAddressee,
    { answers }: Transcript,
  ): Promise<AnswersInput> {
    const lines = await this.addresseeAnswers.sheet(actor, addressee);
    const open = new Set(
      lines.filter(({ entry }) => !entry || isEditable(entry.state)).map(({ answer }) => answer.id),
    );
    return { answers: Object.fromEntries(Object.entries(answers).filter(([id]) => open.has(id))) };
  }

  private async decide(
    actor: Actor,
    addressee: RoundAddressee,
    there: Transcript,
    move: 'confirm' | 'refuse',
    version: number,
    set: Partial<Transcript>,
  ): Promise<Transcript> {
    const decided = { decidedName: actor.name, decidedAt: this.clock.now(), ...set };
    const transcript = await this.transcripts.move(there, move, version, decided);
    await this.transcripts.record(actor, move, addressee, transcript);
    return transcript;
  }
}
