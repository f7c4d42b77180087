import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import type { EntryDisclosure } from '../../progress/access/seen-disclosure.js';
import { speaksIn } from '../../progress/access/entry-sight.js';
import { ProgressService } from '../../progress/entries/progress.service.js';
import type { Choice } from '../../progress/release/release-uses.js';
import { AnswerQueryService, type QuestionAnswer } from '../answers/answer-query.service.js';
import type { RoundAddressee } from '../round/round.entity.js';
import type { AnswerUsesInput } from './answer-uses.dto.js';
import { startingChoice } from './starting-choice.js';

/** An answer that was submitted, with what is chosen for it in the call's mechanism. */
export interface AnswerUse {
  line: QuestionAnswer;
  chosen: Choice;
  isAccepted: boolean;
}

/** What may be done with all answers of one delegation to a call: its own decision, and nobody's who only holds a link. */
@Injectable()
export class AnswerUsesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly query: AnswerQueryService,
    private readonly progress: ProgressService,
  ) {}

  /**
   * The answers that were submitted, in the order of the questions; one text that answers several stands once. The caller
   * has found the addressee through the actor.
   */
  async list(actor: Actor, { id, round: { mechanismId } }: RoundAddressee): Promise<AnswerUse[]> {
    const lines = await this.query.lines(actor, id, mechanismId);
    const shown = new Set<string>();
    return lines.flatMap((line): AnswerUse[] => {
      const { entry } = line;
      const place = entry?.places.find((one) => one.mechanismId === mechanismId);
      if (!entry || !place || shown.has(entry.id) || !isDecided(actor, line, place)) return [];
      shown.add(entry.id);
      const { visibility, release, acceptedVersion } = place;
      return [
        { line, chosen: { visibility: visibility!, release: release! }, isAccepted: acceptedVersion > 0 },
      ];
    });
  }

  /**
   * Sets it for all of them, or for each as it says itself: all or none. Answers false where some of it waits for the
   * delegation's clearance first. Throws NotFoundError for an answer that is not among them.
   */
  async decide(actor: Actor, addressee: RoundAddressee, input: AnswerUsesInput): Promise<boolean> {
    return this.unitOfWork.run(async () => {
      const uses = await this.list(actor, addressee);
      const known = new Set(uses.map(({ line }) => line.answer.id));
      if (Object.keys(input.answers).some((id) => !known.has(id))) throw new NotFoundError('answer');
      let done = true;
      for (const { line } of uses) {
        const own = input.answers[line.answer.id];
        const choice = {
          visibility: own?.visibility ?? input.visibility,
          release: own?.release ?? input.release,
        };
        const { mechanismId } = addressee.round;
        if (!(await this.progress.disclose(actor, line.entry!.id, choice, mechanismId))) done = false;
      }
      return done;
    });
  }
}

/** What the form begins with: for all what most have, and by itself what differs. */
export function valuesOf(uses: readonly AnswerUse[]) {
  const { visibility, release } = startingChoice(uses.map(({ chosen }) => chosen));
  const answers = Object.fromEntries(
    uses.map(({ line, chosen }) => [
      line.answer.id,
      {
        ...(chosen.visibility !== visibility && { visibility: chosen.visibility }),
        ...(chosen.release !== release && { release: chosen.release }),
      },
    ]),
  );
  return { visibility, release, answers };
}

/** What was never submitted is chosen where it is written; what was withdrawn is closed. */
const isDecided = (actor: Actor, { entry }: QuestionAnswer, { mechanismId }: EntryDisclosure): boolean =>
  entry!.sight === 'own' &&
  entry!.number > 0 &&
  entry!.state !== 'withdrawn' &&
  speaksIn(actor, entry!, mechanismId);
