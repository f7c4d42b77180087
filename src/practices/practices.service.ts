import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { demand, voicesIn } from '../accounts/roles.js';
import { DelegationGate } from '../gate/delegation-gate.js';
import { Clock } from '../platform/clock.js';
import { change, remove } from '../platform/database/change.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { ConflictError, InvalidError } from '../platform/errors.js';
import type { Actor } from '../platform/http/actor.js';
import { voiceText } from '../progress/entries/voice-text.js';
import type { PracticeChange, PracticeInput } from './practice.dto.js';
import { Practice } from './practice.entity.js';
import { PracticeQueryService } from './practice-query.service.js';
import { PracticeChangeRecorder } from './practice-change-recorder.js';
import { SourceEntryService } from './source-entry.service.js';
import { isEditable } from './practice.workflow.js';

/** Writes practices. Reading is PracticeQueryService's, moving them on PracticeMovesService's. */
@Injectable()
export class PracticesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly practices: PracticeQueryService,
    private readonly recorder: PracticeChangeRecorder,
    private readonly sources: SourceEntryService,
    private readonly gate: DelegationGate,
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
      const practice = await this.practices.findOwn(actor, id);
      const { state } = practice;
      if (!isEditable(state)) throw new ConflictError('error.practiceMove');
      const set = { ...input, changedAt: this.clock.now() };
      const current = async () => (await this.practices.find(actor, id)).practice;
      Object.assign(practice, await change(manager, Practice, { id, version, state }, set, { current }));
      await this.recorder.record(actor, 'update', practice, { before: practice.state, open: [] });
      await this.gate.changed(actor, id);
    });
  }

  /** Deletes a draft or what was taken back, with the advice on it. */
  async remove(actor: Actor, id: string): Promise<string> {
    return this.unitOfWork.run(async (manager) => {
      const practice = await this.practices.findOwn(actor, id);
      if (practice.state !== 'draft' && practice.state !== 'withdrawn')
        throw new ConflictError('error.practiceMove');
      // Offered to peers since we looked: then it stays.
      const { state, version } = practice;
      await remove(manager, Practice, { id, state, version }, { reason: 'error.practiceMove' });
      await this.recorder.record(actor, 'remove', practice, { before: state, open: [] });
      await this.gate.changed(actor, id);
      return practice.mechanismId;
    });
  }
}
