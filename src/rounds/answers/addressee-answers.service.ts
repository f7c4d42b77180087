import { In } from 'typeorm';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ConflictError, InvalidError, NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import { isEditable } from '../../progress/entries/entry.workflow.js';
import type { Entry, EntryVersion } from '../../progress/entries/entry.entity.js';
import { itemRowsOf } from '../../progress/access/load-whole.js';
import { homeItems } from '../../progress/links/home-items.js';
import type { EntryContent } from '../../progress/entries/entry-content.js';
import type { Writer } from '../../progress/entries/writers.js';
import { ProgressService } from '../../progress/entries/progress.service.js';
import { mergeContent, answerFingerprint, NO_WORDS } from './answer-fingerprint.js';
import type { AnswersInput, OneAnswer } from './answers.dto.js';
import { AnswerQueryService, type QuestionAnswer } from './answer-query.service.js';
import { demandDecides } from './demand-decides.js';
import { AnswersService } from './answers.service.js';
import { PreviousAnswersService } from './previous-answers.service.js';
import type { RoundAddressee } from '../round/round.entity.js';

/** A question with what the same addressee said last time. */
export interface QuestionAnswerWithPrevious extends QuestionAnswer {
  last: EntryVersion | null;
}

/** Who typed the words of some answers before the actor looked through them. */
export interface TypedBefore {
  by: Writer;
  /** Of the round's answers. */
  ids: ReadonlySet<string>;
}

/**
 * All answers of one addressee together. Each verb takes an actor that speaks for the addressee, signed in or through
 * a link, and an addressee that was found through it; it reaches this addressee's answers and nothing else.
 */
@Injectable()
export class AddresseeAnswersService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly answers: AnswersService,
    private readonly query: AnswerQueryService,
    private readonly progress: ProgressService,
    private readonly lastTime: PreviousAnswersService,
  ) {}

  /** The questions in their order. */
  async sheet(actor: Actor, addressee: RoundAddressee): Promise<QuestionAnswerWithPrevious[]> {
    const lines = await this.query.lines(actor, addressee.id, addressee.round.mechanismId);
    const told = !actor.link?.passedOn || actor.link.showsHistory;
    const last = told ? await this.lastTime.find(addressee, lines) : new Map<string, EntryVersion>();
    return lines.map((line) => ({ ...line, last: last.get(line.answer.id) ?? null }));
  }

  /**
   * Saves what was written as drafts, all or nothing. What was not touched is left alone, so several people may write
   * to different questions at once. Throws ConflictError, with the ids of the answers, when somebody else changed the
   * same words meanwhile; NotFoundError for an answer that is not this addressee's.
   */
  async saveDraft(
    actor: Actor,
    addressee: RoundAddressee,
    input: AnswersInput,
    typed?: TypedBefore,
  ): Promise<void> {
    await this.unitOfWork.run(async () => {
      const lines = await this.byId(actor, addressee);
      await this.answers.opened(actor, [addressee]);
      const stale: string[] = [];
      for (const [id, words] of Object.entries(input.answers)) {
        const line = lines.get(id);
        if (!line) throw new NotFoundError('answer');
        const before = typed?.ids.has(id) ? [typed.by] : [];
        if (!(await this.saveAnswer(actor, line, words, before))) stale.push(id);
      }
      if (stale.length > 0) throw new ConflictError('error.stale', stale);
    });
  }

  /** "Nothing changed": last time's words for the period of this round. All questions that nobody wrote to, or one. */
  async carryOver(actor: Actor, addressee: RoundAddressee, answerId?: string): Promise<void> {
    await this.unitOfWork.run(async () => {
      const lines = (await this.sheet(actor, addressee)).filter(
        ({ answer }) => answerId === undefined || answer.id === answerId,
      );
      if (lines.length === 0) throw new NotFoundError('answer');
      await this.answers.opened(actor, [addressee]);
      for (const { answer, entry, last } of lines) {
        if (!last || answer.declinedAt || (entry && answerFingerprint(entry.content) !== NO_WORDS)) continue;
        const begun = await this.answers.begin(actor, answer.id);
        if (!isEditable(begun.state) || answerFingerprint(begun.content) !== NO_WORDS) continue;
        await this.write(actor, begun, last.content);
      }
    });
  }

  /**
   * Saves what was written, sets how far it is seen, and submits everything; see AnswersService.handIn. `typed`: whose
   * words the actor looked through, if somebody else's.
   */
  async handIn(
    actor: Actor,
    addressee: RoundAddressee,
    input: AnswersInput,
    typed?: TypedBefore,
  ): Promise<boolean> {
    demandDecides(actor);
    return this.unitOfWork.run(async () => {
      await this.saveDraft(actor, addressee, input, typed);
      const lines = await this.query.lines(actor, addressee.id, addressee.round.mechanismId);
      const written = lines.filter(({ entry }) => entry && isEditable(entry.state));
      if (written.length === 0 && !lines.some(({ entry }) => entry))
        throw InvalidError.field('', 'error.answering.nothing');
      // Who holds a link answers; how far that is seen is for the delegation to choose, signed in.
      for (const { answer, entry } of actor.kind === 'link' ? [] : written) {
        const own = input.answers[answer.id];
        const visibility = own?.visibility ?? input.visibility ?? entry!.disclosure?.visibility;
        const release = own?.release ?? input.release ?? entry!.disclosure?.release;
        if (visibility && release) await this.progress.disclose(actor, entry!.id, { visibility, release });
      }
      return this.answers.handIn(actor, addressee.roundId, addressee.id);
    });
  }

  /** "Prefers not to report", for one question or all; `declined` false takes it back. */
  async decline(actor: Actor, addressee: RoundAddressee, declined: boolean, answerId?: string) {
    if (answerId === undefined) {
      const { roundId, id } = addressee;
      return declined
        ? this.answers.decline(actor, roundId, id)
        : this.answers.reconsider(actor, roundId, id);
    }
    if (!(await this.byId(actor, addressee)).has(answerId)) throw new NotFoundError('answer');
    await this.answers.declineOne(actor, answerId, declined);
  }

  private async byId(actor: Actor, addressee: RoundAddressee): Promise<Map<string, QuestionAnswer>> {
    const lines = await this.query.lines(actor, addressee.id, addressee.round.mechanismId);
    return new Map(lines.map((line) => [line.answer.id, line]));
  }

  /** False when somebody else changed the words meanwhile. */
  private async saveAnswer(
    actor: Actor,
    { answer, entry, withheld }: QuestionAnswer,
    given: OneAnswer,
    before: readonly Writer[],
  ): Promise<boolean> {
    const there = answerFingerprint(entry?.content);
    const typed = answerFingerprint({ ...entry?.content, ...definedOf(given) });
    if (typed === there || typed === given.mark) return true;
    if (withheld) return false;
    if (entry && entry.version !== given.version) return false;
    const begun = await this.answers.begin(actor, answer.id, true);
    // Somebody of the delegation began to answer in this instant.
    if (!entry && answerFingerprint(begun.content) !== NO_WORDS) return false;
    if (!isEditable(begun.state)) throw new ConflictError('error.entryMove');
    try {
      await this.write(actor, begun, mergeContent(begun.content, given), before);
      return true;
    } catch (error) {
      // Of two who save at once, on PostgreSQL the second finds out only now.
      if (error instanceof ConflictError && error.reason === 'error.stale') return false;
      throw error;
    }
  }

  private async write(
    actor: Actor,
    entry: Entry,
    content: EntryContent,
    before: readonly Writer[] = [],
  ): Promise<void> {
    const { id, periodStart, periodEnd, version } = entry;
    const itemsByVersion = await itemRowsOf(this.unitOfWork.read, In([id]));
    const items = homeItems({ ...entry, itemsByVersion });
    const input = { periodStart, periodEnd, items, content, version };
    await this.progress.save(actor, id, input, undefined, before);
  }
}

const definedOf = (words: object) =>
  Object.fromEntries(Object.entries(words).filter(([, value]) => value !== undefined));
