import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { demand } from '../../accounts/roles.js';
import type { Deed } from '../../gate/deed.js';
import { stateOf } from '../../gate/state-of.js';
import { DelegationGate } from '../../gate/delegation-gate.js';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ConflictError, ForbiddenError, InvalidError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import type { PracticeCommentInput } from './review.dto.js';
import { type Practice, PracticeReviewer } from '../practice.entity.js';
import { PracticeComment } from './review.entity.js';
import { PracticeQueryService, type SeenPractice } from '../practice-query.service.js';
import { PracticeChangeRecorder } from '../practice-change-recorder.js';
import { peerVoice, ReviewersService } from './reviewers.service.js';

/** Advice of peers on a practice that is offered. It is words to the owner: nothing is graded, decided or counted. */
@Injectable()
export class ReviewService implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly practices: PracticeQueryService,
    private readonly reviewers: ReviewersService,
    private readonly recorder: PracticeChangeRecorder,
    private readonly gate: DelegationGate,
  ) {}

  onModuleInit(): void {
    this.gate.add('advice', {
      perform: (manager, actor, { payload }: Deed<PracticeComment>) =>
        this.performComment(manager, actor, payload),
    });
  }

  /** The secretariat asks a peer, who then reads the practice until the review ends. Asking twice does nothing. */
  async ask(actor: Actor, id: string, accountId: string): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const { practice } = await this.practices.find(actor, id);
      demand(actor, 'practices.manage', practice.mechanismId, 'practice');
      if (practice.state !== 'offered') throw new ConflictError('error.practiceMove');
      const peers = await this.reviewers.peers(practice);
      if (!peers.some((peer) => peer.id === accountId))
        throw InvalidError.field('accountId', 'error.practicePeer');
      const row = { practiceId: id, accountId };
      if (await manager.existsBy(PracticeReviewer, row)) return;
      await manager.insert(PracticeReviewer, {
        ...row,
        askedAt: this.clock.now(),
        askedBy: actor.accountId,
      });
      await this.recorder.record(actor, 'ask', practice, { before: 'offered', open: [practice.mechanismId] });
      await this.recorder.tell(actor, 'asked', practice, [accountId]);
    });
  }

  /** Says something to a line of the checklist. Throws ForbiddenError to the owner's own people. */
  async comment(
    actor: Actor,
    id: string,
    { criterion, text }: PracticeCommentInput,
  ): Promise<PracticeComment> {
    return this.unitOfWork.run(async () => {
      const { practice, sight } = await this.practices.find(actor, id);
      if (sight !== 'review') throw new ForbiddenError('error.practiceAdvice');
      const comment: PracticeComment = Object.assign(new PracticeComment(), {
        id: uuid(),
        practiceId: id,
        criterion,
        authorId: actor.accountId,
        authorName: actor.name,
        voice: peerVoice(actor, practice.mechanismId),
        text,
        at: this.clock.now(),
      });
      await this.gate.pass(actor, adviceOf(practice, comment));
      return comment;
    });
  }

  private async performComment(
    manager: EntityManager,
    actor: Actor,
    comment: PracticeComment,
  ): Promise<void> {
    const { practice } = await this.practices.find(actor, comment.practiceId);
    await manager.insert(PracticeComment, comment);
    // Whether and how often a peer advised is for the owner to know, not for the mechanism's history.
    await this.recorder.record(actor, 'comment', practice, { before: 'offered', open: [] });
    await this.recorder.tell(actor, 'commented', practice, await this.reviewers.owners(practice));
  }

  /** All of them to the owner's people; to a peer its own, while the review lasts; to nobody else. Oldest first. */
  async comments(actor: Actor, { practice, sight }: SeenPractice): Promise<PracticeComment[]> {
    if (sight === 'shared') return [];
    const mine = sight === 'own' ? {} : { authorId: actor.accountId! };
    return this.unitOfWork.read.find(PracticeComment, {
      where: { practiceId: practice.id, ...mine },
      order: { at: 'ASC', id: 'ASC' },
    });
  }
}

const adviceOf = ({ mechanismId }: Practice, comment: PracticeComment): Deed<PracticeComment> => ({
  kind: 'advice',
  subjectId: comment.practiceId,
  part: comment.id,
  mechanismIds: [mechanismId],
  state: stateOf(comment.voice),
  payload: comment,
});
