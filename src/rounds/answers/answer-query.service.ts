import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { EntryQueryService } from '../../progress/access/entry-query.service.js';
import { type SeenEntry } from '../../progress/access/seen-entry.js';
import { type RoundAddressee, RoundAnswer, type RoundQuestion } from '../round/round.entity.js';
import { isAbout } from '../addressees/question-target.js';
import { isOnlyBy } from '../../progress/entries/writers.js';
import { roundWorkflow } from '../round/round.workflow.js';
import { RoundQueryService } from '../round/round-query.service.js';

/** A question as it was put to one addressee, with the entry that answers it, if the reader may see one. */
export interface QuestionAnswer {
  answer: RoundAnswer;
  question: RoundQuestion;
  entry: SeenEntry | null;
  /** Submitted, and waiting for clearance within the delegation. Only its own people learn of it. */
  keptBack: boolean;
  /** Somebody else writes the answer, or has: a link that was passed on does not show it, and writes nothing over it. */
  withheld: boolean;
}

/** Reads questions and their answers through the actor. */
@Injectable()
export class AnswerQueryService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rounds: RoundQueryService,
    private readonly entries: EntryQueryService,
  ) {}

  /**
   * An addressee's questions in their order. The entries are those in the actor's sight: a delegation's own, and for
   * the secretariat what was submitted about the question's item, whatever its reporter is writing by now. The caller has
   * found the addressee through the actor.
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
    const shown = ({ question, entryId }: RoundAnswer) => {
      const entry = byId.get(entryId ?? '');
      return entry && (entry.sight === 'own' || isAbout(entry.items, question)) ? entry : null;
    };
    const isWithheld = ({ entryId }: RoundAnswer) => entryId !== null && !readsText(actor, byId.get(entryId));
    return answers
      .map((answer) => {
        const withheld = isWithheld(answer);
        return { answer, question: answer.question, entry: withheld ? null : shown(answer), withheld };
      })
      .map((line) => ({ ...line, keptBack: line.entry?.keptBack ?? false }))
      .sort((a, b) => a.question.position - b.question.position || (a.question.id < b.question.id ? -1 : 1));
  }

  /**
   * The questions an entry answers: for its delegation, and for a secretariat those that it put itself and that what was
   * submitted answers. The mechanism's other people do not learn that an entry was asked for.
   */
  async answeredBy(actor: Actor, entryId: string): Promise<RoundAnswer[]> {
    const entry = await this.entries.seen(actor, entryId);
    if (!entry || entry.sight === 'accepted') return [];
    const answers = await this.unitOfWork.read.find(RoundAnswer, {
      where: { entryId },
      relations: { round: true, question: { item: { plan: true } } },
      order: { id: 'ASC' },
    });
    if (entry.sight === 'own') return answers;
    return answers.filter(({ round, question }) => {
      const place = entry.places.find(({ mechanismId }) => mechanismId === round.mechanismId);
      return place !== undefined && place.sight !== 'accepted' && isAbout(place.items, question);
    });
  }

  /** Whether an entry is of a delegation the actor speaks for, and was submitted. */
  async isSubmittedByOwn(actor: Actor, entryId: string): Promise<boolean> {
    const entry = await this.entries.seen(actor, entryId);
    return entry?.sight === 'own' && entry.number > 0 && entry.state !== 'withdrawn';
  }

  /** An answer of a delegation the actor speaks for, in an open round. Throws NotFoundError. */
  async findOwn(actor: Actor, answerId: string): Promise<{ answer: RoundAnswer; addressee: RoundAddressee }> {
    const answer = await this.unitOfWork.read.findOne(RoundAnswer, {
      where: { id: answerId },
      relations: { question: true },
    });
    if (!answer) throw new NotFoundError('answer');
    const addressee = await this.rounds.ownAddressee(actor, answer.roundId, answer.addresseeId);
    roundWorkflow.move(addressee.round.state, 'answer');
    return { answer, addressee };
  }
}

/** A link that was passed on shows what came through itself, and the rest only where its giver allows it. */
const readsText = ({ link }: Actor, entry: SeenEntry | undefined): boolean =>
  !link?.passedOn || link.showsHistory || (entry !== undefined && isOnlyBy(entry.writers, link.id));
