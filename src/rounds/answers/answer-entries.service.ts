import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/http/actor.js';
import { readInput } from '../../platform/http/read-input.js';
import { EntryQueryService } from '../../progress/access/entry-query.service.js';
import { EntryContent } from '../../progress/entries/entry-content.js';
import { Entry } from '../../progress/entries/entry.entity.js';
import { ProgressService } from '../../progress/entries/progress.service.js';
import { isEditable } from '../../progress/entries/entry.workflow.js';
import { keyOf } from '../addressees/question-target.js';
import { answerFingerprint, NO_WORDS } from './answer-fingerprint.js';
import type { Round, RoundAddressee, RoundQuestion } from '../round/round.entity.js';

/** Which entry becomes the answer to a question. */
@Injectable()
export class AnswerEntriesService {
  constructor(
    private readonly entries: EntryQueryService,
    private readonly progress: ProgressService,
  ) {}

  /**
   * What the addressee reported already on the question's item for this time, else a new draft. Words that were `typed`
   * for the question go over no others: what was reported stays beside them as it is.
   */
  async findOrStart(
    actor: Actor,
    manager: EntityManager,
    question: RoundQuestion,
    addressee: RoundAddressee,
    typed = false,
  ): Promise<Entry> {
    const there = await this.reported(actor, manager, question, addressee);
    const taken = there && (!isEditable(there.state) || answerFingerprint(there.content) !== NO_WORDS);
    return there && !(typed && taken) ? there : this.start(actor, question, addressee);
  }

  /** What the same voice says here about the item for a time that touches the round's: reported here, or linked. */
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
      .innerJoin('entry.itemsByVersion', 'row', 'row.itemId = :itemId AND row.number = 0', { itemId })
      .innerJoin('entry.disclosures', 'disclosure', 'disclosure.mechanismId = :mechanismId', { mechanismId })
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
  ): Promise<Entry> {
    const { round } = addressee;
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
export const languageOf = (actor: Actor, { languages }: Round) =>
  languages.includes(actor.language) ? actor.language : (languages[0] ?? actor.language);
