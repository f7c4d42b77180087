import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { demand, voicesIn } from '../accounts/roles.js';
import { Mechanism } from '../mechanisms/mechanism/mechanism.entity.js';
import { Clock } from '../platform/clock.js';
import { change, remove } from '../platform/database/change.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { ConflictError, ForbiddenError, InvalidError } from '../platform/errors.js';
import type { Actor } from '../platform/http/actor.js';
import { voiceText } from '../progress/entries/voice-text.js';
import type { PracticeChange, PracticeInput, SharingInput } from './practice.dto.js';
import { Practice, PracticeShare } from './practice.entity.js';
import { PracticeQueryService, type SeenPractice } from './practice-query.service.js';
import { PracticeChangeRecorder } from './practice-change-recorder.js';
import { SourceEntryService } from './source-entry.service.js';
import { isEditable, type PracticeMove, practiceWorkflow } from './practice.workflow.js';

/** The owner's verbs. Reading is PracticesReader's, peers' advice ReviewService's. */
@Injectable()
export class PracticesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly practices: PracticeQueryService,
    private readonly recorder: PracticeChangeRecorder,
    private readonly sources: SourceEntryService,
  ) {}

  /** Begins a draft, its owner's alone. Throws InvalidError when the actor does not speak for `as` here. */
  async create(actor: Actor, mechanismId: string, input: PracticeInput): Promise<Practice> {
    demand(actor, 'practices.write', mechanismId, 'mechanism');
    const voice = voicesIn(actor, mechanismId).find((one) => voiceText(one) === input.as);
    if (!voice) throw InvalidError.field('as', 'error.voice');
    const { title, language, content, entryId } = input;
    if (entryId) await this.sources.find(actor, mechanismId, entryId);
    return this.unitOfWork.run(async (manager) => {
      const now = this.clock.now();
      const practice = Object.assign(new Practice(), {
        id: uuid(),
        mechanismId,
        ownerKind: voice.kind,
        owner: voice.subject ?? '',
        authorId: actor.accountId,
        entryId,
        state: 'draft' as const,
        title,
        language,
        content,
        isPublic: false,
        createdAt: now,
        changedAt: now,
        version: 1,
      });
      await manager.insert(Practice, practice);
      await this.recorder.record(actor, 'create', practice, { before: 'draft', open: [] });
      return practice;
    });
  }

  /** Throws ConflictError, with what stands, when `version` is not the current one or others may read it now. */
  async update(actor: Actor, id: string, { version, ...input }: PracticeChange): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const { practice } = await this.own(actor, id);
      if (!isEditable(practice.state)) throw new ConflictError('error.practiceMove');
      await this.keep(manager, actor, practice, version, input);
      await this.recorder.record(actor, 'update', practice, { before: practice.state, open: [] });
    });
  }

  /** Opens a draft to peers: the secretariat, those ready to advise, and whom the secretariat asks. */
  async offer(actor: Actor, id: string): Promise<void> {
    await this.move(actor, id, 'offer', async (_manager, practice) => {
      await this.recorder.tellReady(actor, practice);
    });
  }

  /** Ends the review; its owner's, and the secretariat's who ran it. After it only the owner reads it. */
  async endReview(actor: Actor, id: string): Promise<void> {
    await this.move(actor, id, 'endReview');
  }

  /** The owner's alone: with whom it is shared from now on. Throws InvalidError for an unknown mechanism. */
  async share(actor: Actor, id: string, { mechanisms, isPublic }: SharingInput): Promise<void> {
    const chosen = [...new Set(mechanisms)];
    await this.move(actor, id, 'share', async (manager, practice) => {
      for (const mechanismId of chosen)
        if (!(await manager.existsBy(Mechanism, { id: mechanismId })))
          throw InvalidError.field('mechanisms', 'error.choice');
      await manager.update(Practice, { id }, { isPublic });
      await manager.delete(PracticeShare, { practiceId: id });
      const shares = chosen.map((mechanismId) => ({ practiceId: id, mechanismId }));
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

  /** Deletes a draft or what was taken back, with the advice on it. */
  async remove(actor: Actor, id: string): Promise<string> {
    return this.unitOfWork.run(async (manager) => {
      const { practice } = await this.own(actor, id);
      if (practice.state !== 'draft' && practice.state !== 'withdrawn')
        throw new ConflictError('error.practiceMove');
      // Offered to peers since we looked: then it stays.
      const { state, version } = practice;
      await remove(manager, Practice, { id, state, version }, { reason: 'error.practiceMove' });
      await this.recorder.record(actor, 'remove', practice, { before: state, open: [] });
      return practice.mechanismId;
    });
  }

  private async move(
    actor: Actor,
    id: string,
    move: PracticeMove,
    also: (manager: EntityManager, practice: Practice) => Promise<void> = async () => undefined,
  ): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const { practice } = await (move === 'endReview' ? this.toEnd(actor, id) : this.own(actor, id));
      const { state: before } = practice;
      const state = practiceWorkflow.move(before, move);
      const knew = openIn(practice);
      await this.keep(manager, actor, practice, practice.version, { state });
      await also(manager, practice);
      await this.recorder.record(actor, move, practice, { before, open: [...knew, ...openIn(practice)] });
    });
  }

  private async keep(
    manager: EntityManager,
    actor: Actor,
    practice: Practice,
    version: number,
    input: Partial<Pick<Practice, 'title' | 'language' | 'content' | 'state'>>,
  ): Promise<void> {
    const { id, state } = practice;
    const set = { ...input, changedAt: this.clock.now() };
    const current = async () => (await this.practices.find(actor, id)).practice;
    Object.assign(practice, await change(manager, Practice, { id, version, state }, set, { current }));
  }

  private async own(actor: Actor, id: string): Promise<SeenPractice> {
    const seen = await this.practices.find(actor, id);
    if (seen.sight !== 'own') throw new ForbiddenError('error.notYours');
    return seen;
  }

  private async toEnd(actor: Actor, id: string): Promise<SeenPractice> {
    const seen = await this.practices.find(actor, id);
    if (seen.sight !== 'own') demand(actor, 'practices.manage', seen.practice.mechanismId, 'practice');
    return seen;
  }
}

/** Mechanisms whose people know of a practice as it stands. */
function openIn({ state, mechanismId, isPublic, shares }: Practice): string[] {
  if (state === 'offered') return [mechanismId];
  if (state !== 'shared') return [];
  return [...shares.map((share) => share.mechanismId), ...(isPublic ? [mechanismId] : [])];
}
