import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { demand } from '../accounts/roles.js';
import { DelegationGate } from '../gate/delegation-gate.js';
import { lockSubject } from '../platform/database/lock-subject.js';
import { Mechanism } from '../mechanisms/mechanism/mechanism.entity.js';
import { Clock } from '../platform/clock.js';
import { change } from '../platform/database/change.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { InvalidError } from '../platform/errors.js';
import type { Actor } from '../platform/http/actor.js';
import type { SharingInput } from './practice.dto.js';
import { Practice, PracticeShare } from './practice.entity.js';
import { openIn } from './practice.access.js';
import { type Audience, audienceOf, isSame, keptOf, offerOf, sharingOf } from './deeds/practice-deed.js';
import { PracticeQueryService } from './practice-query.service.js';
import { PracticeChangeRecorder } from './practice-change-recorder.js';
import { type PracticeMove, practiceWorkflow } from './practice.workflow.js';

/** Moves a practice on, or back. Each move throws ConflictError when the practice's state does not allow it. */
@Injectable()
export class PracticeMovesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly practices: PracticeQueryService,
    private readonly recorder: PracticeChangeRecorder,
    private readonly gate: DelegationGate,
  ) {}

  /**
   * Opens a draft to peers: the secretariat, those ready to advise, and whom the secretariat asks. Answers false where
   * the delegation's clearance comes first.
   */
  async offer(actor: Actor, id: string): Promise<boolean> {
    return this.unitOfWork.run(async () => {
      const practice = await this.practices.findOwn(actor, id);
      practiceWorkflow.move(practice.state, 'offer');
      return this.gate.pass(actor, offerOf(practice));
    });
  }

  /** Who would get a mail if it was offered now. */
  async wouldTell(actor: Actor, id: string): Promise<string[]> {
    return this.recorder.ready(actor, await this.practices.findOwn(actor, id));
  }

  /** Only PracticeDeeds calls it: see DelegationGate. */
  async performOffer(actor: Actor, id: string): Promise<void> {
    await this.move(actor, id, 'offer', async (_manager, practice) => {
      await this.recorder.tellReady(actor, practice);
    });
  }

  /** Ends the review; its owner's, and the secretariat's who ran it. After it only the owner reads it. */
  async endReview(actor: Actor, id: string): Promise<void> {
    await this.move(actor, id, 'endReview');
  }

  /**
   * The owner's alone: with whom it is shared from now on. Who is taken out no longer reads it at once. Answers false
   * where the delegation's clearance comes before somebody new reads it. Throws InvalidError for an unknown mechanism.
   */
  async share(actor: Actor, id: string, { mechanisms, isPublic }: SharingInput): Promise<boolean> {
    return this.unitOfWork.run(async (manager) => {
      const wanted = { mechanisms: [...new Set(mechanisms)].sort(), isPublic };
      // What is kept is kept of what stands: taken back meanwhile, it would be opened again.
      await lockSubject(manager, Practice, id);
      const practice = await this.practices.findOwn(actor, id);
      practiceWorkflow.move(practice.state, 'share');
      for (const mechanismId of wanted.mechanisms)
        if (!(await manager.existsBy(Mechanism, { id: mechanismId })))
          throw InvalidError.field('mechanisms', 'error.choice');
      const deed = sharingOf(practice, wanted);
      const kept = keptOf(practice, wanted);
      if (practice.state === 'shared' && isSame(kept, wanted)) {
        await this.gate.stop(actor, deed);
        await this.setAudience(actor, id, wanted);
        return true;
      }
      const done = await this.gate.pass(actor, deed);
      if (!done && practice.state === 'shared' && !isSame(kept, audienceOf(practice)))
        await this.setAudience(actor, id, kept);
      return done;
    });
  }

  /** Only PracticeDeeds calls it, and `share` to take somebody out: see DelegationGate. */
  async setAudience(actor: Actor, id: string, { mechanisms, isPublic }: Audience): Promise<void> {
    await this.move(actor, id, 'share', async (manager, practice) => {
      await manager.update(Practice, { id }, { isPublic });
      await manager.delete(PracticeShare, { practiceId: id });
      const shares = mechanisms.map((mechanismId) => ({ practiceId: id, mechanismId }));
      if (shares.length > 0) await manager.insert(PracticeShare, shares);
      Object.assign(practice, { isPublic, shares });
    });
  }

  /** Takes it back from everybody, in whatever state; with whom it was shared is forgotten. */
  async withdraw(actor: Actor, id: string): Promise<void> {
    await this.move(actor, id, 'withdraw', async (manager) => {
      await manager.update(Practice, { id }, { isPublic: false });
      await manager.delete(PracticeShare, { practiceId: id });
    });
  }

  /** Makes a draft again of what was taken back. */
  async revise(actor: Actor, id: string): Promise<void> {
    await this.move(actor, id, 'revise');
  }

  private async move(
    actor: Actor,
    id: string,
    move: PracticeMove,
    also: (manager: EntityManager, practice: Practice) => Promise<void> = async () => undefined,
  ): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const practice = await (move === 'endReview'
        ? this.reviewed(actor, id)
        : this.practices.findOwn(actor, id));
      const { state: before } = practice;
      const state = practiceWorkflow.move(before, move);
      const knew = openIn(practice);
      const where = { id, version: practice.version, state: before };
      const set = { state, changedAt: this.clock.now() };
      const current = async () => (await this.practices.find(actor, id)).practice;
      Object.assign(practice, await change(manager, Practice, where, set, { current }));
      await also(manager, practice);
      await this.recorder.record(actor, move, practice, { before, open: [...knew, ...openIn(practice)] });
      await this.gate.changed(actor, id);
    });
  }

  /** A practice whose review the actor may end. */
  private async reviewed(actor: Actor, id: string): Promise<Practice> {
    const { practice, sight } = await this.practices.find(actor, id);
    if (sight !== 'own') demand(actor, 'practices.manage', practice.mechanismId, 'practice');
    return practice;
  }
}
