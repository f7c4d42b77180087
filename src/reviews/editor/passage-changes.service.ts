import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { change } from '../../platform/database/change.js';
import { History } from '../../platform/database/history.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Actor } from '../../platform/http/actor.js';
import { MaskedPassages } from '../passages/masked-passages.service.js';
import { Passage } from '../passages/passage.entity.js';
import { changeOf } from '../submissions/submission.access.js';
import { type Draft, draftOf } from './draft.js';
import { newsOf } from './rules/news.js';
import { demandVerb, type PassageVerb } from './rules/passage-verbs.js';

/** A passage, and the version of it that somebody was looking at. */
export interface Seen {
  passageId: string;
  version: number;
}

/** How any verb changes a passage of a draft. */
@Injectable()
export class PassageChanges {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly history: History,
    private readonly masked: MaskedPassages,
  ) {}

  /** Does a verb and records it. Throws ConflictError, with the passage as it stands, for an older version of it. */
  async does(
    verb: PassageVerb,
    actor: Actor,
    id: string,
    { passageId, version }: Seen,
    work: (draft: Draft, passage: Passage) => Partial<Passage> | Promise<Partial<Passage>>,
  ): Promise<Passage> {
    return this.unitOfWork.run(async (manager) => {
      const draft = await draftOf(manager, actor, id);
      const passage = await draft.passage(passageId);
      // Whoever looks at an older version is told that first.
      await this.changed(manager, passage, version, {});
      await this.demand(verb, draft, passage);
      const set = await work(draft, passage);
      if (Object.keys(set).length > 0) await manager.update(Passage, { id: passageId }, set);
      await this.note(actor, draft, verb, passage);
      return draft.passage(passageId);
    });
  }

  /** Changes a passage that somebody was looking at. */
  changed(manager: EntityManager, { id }: Passage, version: number, set: Partial<Passage>) {
    const current = () => manager.findOneOrFail(Passage, { where: { id }, relations: { words: true } });
    return change(manager, Passage, { id, version }, set as object, { current });
  }

  /** Throws ConflictError where the passage does not stand so that it can be done. */
  async demand(verb: PassageVerb, { submission }: Draft, passage: Passage): Promise<void> {
    const news = newsOf(passage, (await this.masked.of(submission)).has(passage.id));
    demandVerb(verb, { ...passage, news });
  }

  /** What the history keeps of it. */
  note(actor: Actor, { submission }: Draft, verb: string, { sectionKey }: Passage) {
    const words = verb === 'write' || verb === 'add';
    return this.history.record(
      actor,
      changeOf(submission, words ? 'edit' : 'arrange', {}, { section: sectionKey }),
    );
  }
}
