import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ConflictError, InvalidError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { translator } from '../../platform/i18n/i18n.js';
import { isEditable } from '../../progress/entries/entry.workflow.js';
import type { RoundAddressee } from '../round/round.entity.js';
import { AddresseeAnswersService, type QuestionAnswerWithPrevious } from './addressee-answers.service.js';
import { answerFingerprint, NO_WORDS } from './answer-fingerprint.js';
import { AnswersService } from './answers.service.js';
import { languageOf } from './answer-entries.service.js';
import { demandDecides } from './demand-decides.js';
import type { QuickAnswer } from './quick-answers.js';

/** Answers a whole call with one press: nothing changed, nothing to report, prefers not to report. */
@Injectable()
export class QuickAnswersService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly addresseeAnswers: AddresseeAnswersService,
    private readonly answers: AnswersService,
  ) {}

  /** Which of them can be said now. What somebody is writing is not handed in by a press that knows nothing of it. */
  async possible(actor: Actor, addressee: RoundAddressee): Promise<ReadonlySet<QuickAnswer>> {
    const lines = await this.addresseeAnswers.sheet(actor, addressee);
    const can: QuickAnswer[] = addressee.state === 'declined' ? [] : ['decline'];
    if (lines.some(isBegun)) return new Set(can);
    if (lines.some((line) => isOpen(line) && line.last)) can.push('same');
    if (lines.some(isOpen)) can.push('nothing');
    return new Set(can);
  }

  /**
   * `same` hands in last time's words wherever there are some, `nothing` an answer that says so to each open question.
   * Answers whether some of it waits for clearance within the delegation first. Throws ConflictError where somebody has
   * begun to write, and InvalidError where there is nothing of last time.
   */
  async say(actor: Actor, addressee: RoundAddressee, answer: QuickAnswer): Promise<boolean> {
    demandDecides(actor);
    return this.unitOfWork.run(async () => {
      if (answer === 'decline') {
        await this.addresseeAnswers.decline(actor, addressee, true);
        return false;
      }
      const can = await this.possible(actor, addressee);
      if (!can.has('nothing')) throw new ConflictError('error.answering.begun');
      if (!can.has(answer)) throw InvalidError.field('say', 'error.answering.noLast');
      if (answer === 'same') await this.addresseeAnswers.carryOver(actor, addressee);
      else await this.addresseeAnswers.saveDraft(actor, addressee, await this.nothing(actor, addressee));
      return this.answers.handIn(actor, addressee.roundId, addressee.id);
    });
  }

  private async nothing(actor: Actor, addressee: RoundAddressee) {
    const narrative = translator(languageOf(actor, addressee.round))('answering.quick.nothing.words');
    const open = (await this.addresseeAnswers.sheet(actor, addressee)).filter(isOpen);
    const words = open.map(({ answer, entry }) => [
      answer.id,
      { narrative, version: entry?.version ?? undefined },
    ]);
    return { answers: Object.fromEntries(words) as Record<string, { narrative: string }> };
  }
}

const isBegun = ({ entry }: QuestionAnswerWithPrevious) =>
  entry !== null && isEditable(entry.state) && answerFingerprint(entry.content) !== NO_WORDS;

/** Nobody has said anything to it. */
const isOpen = ({ answer, entry }: QuestionAnswerWithPrevious) =>
  !answer.declinedAt &&
  (!entry || (isEditable(entry.state) && answerFingerprint(entry.content) === NO_WORDS));
