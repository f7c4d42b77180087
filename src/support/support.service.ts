import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { demand } from '../accounts/roles.js';
import { DelegationGate } from '../gate/delegation-gate.js';
import { lockSubject } from '../platform/database/lock-subject.js';
import { Clock } from '../platform/clock.js';
import { change } from '../platform/database/change.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { ConflictError, InvalidError } from '../platform/errors.js';
import type { Actor } from '../platform/http/actor.js';
import { SourceEntryService } from '../practices/source-entry.service.js';
import type { SupportChange, SupportInput, SupportReleaseInput } from './support.dto.js';
import { SupportRequest } from './support.entity.js';
import { SupportQueryService } from './support-query.service.js';
import { statesOf } from './support.access.js';
import {
  narrowed,
  opensMore,
  opensTo,
  requestDeed,
  type SupportChanges,
  type SupportPart,
} from './request-deed.js';
import { SupportChangeRecorder } from './support-change-recorder.js';
import { supportWorkflow } from './support.workflow.js';
import type { SupportState } from './vocabulary.js';
import { type Audience, AUDIENCES, audienceOf, newlyLetIn, NOBODY } from './support-audience.js';

/** The verbs of asking for support. Reading is SupportQueryService's, answering SupportOffersService's. */
@Injectable()
export class SupportService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly requests: SupportQueryService,
    private readonly sources: SourceEntryService,
    private readonly recorder: SupportChangeRecorder,
    private readonly gate: DelegationGate,
  ) {}

  /** Writes a request, its State's alone. Throws InvalidError when the actor does not speak for that State here. */
  async create(actor: Actor, mechanismId: string, input: SupportInput): Promise<SupportRequest> {
    demand(actor, 'support.write', mechanismId, 'mechanism');
    if (!statesOf(actor, mechanismId).includes(input.requester))
      throw InvalidError.field('requester', 'error.voice');
    if (input.entryId) await this.sources.findOwn(actor, mechanismId, input.entryId);
    return this.unitOfWork.run(async (manager) => {
      const now = this.clock.now();
      const request = Object.assign(new SupportRequest(), {
        ...input,
        id: uuid(),
        mechanismId,
        authorId: actor.accountId,
        state: 'open' as const,
        ...NOBODY,
        createdAt: now,
        changedAt: now,
        version: 1,
      });
      await manager.insert(SupportRequest, request);
      await this.recorder.record(actor, 'create', request);
      return request;
    });
  }

  /**
   * Changes the words. Answers false where others read them and the delegation's clearance comes first: then they stay as
   * they are until it let the new ones pass. Throws ConflictError, with what stands, when `version` is not the current one.
   */
  async update(actor: Actor, id: string, { version, ...input }: SupportChange): Promise<boolean> {
    return this.unitOfWork.run(async (manager) => {
      const request = await this.lockOwn(manager, actor, id);
      if (request.version !== version) throw new ConflictError('error.stale', request);
      return this.ask(actor, request, 'text', input);
    });
  }

  /**
   * Lets others see it, or no longer; the latter at once. Those it is released to for the first time are notified by
   * mail. Answers false where the delegation's clearance comes first.
   */
  async release(actor: Actor, id: string, release: SupportReleaseInput): Promise<boolean> {
    return this.unitOfWork.run(async (manager) => {
      const request = await this.lockOwn(manager, actor, id);
      const done = await this.ask(actor, request, 'release', release);
      const kept = narrowed(request, release);
      if (!done && opensTo(request, kept)) await this.performChange(manager, actor, id, 'release', kept);
      return done;
    });
  }

  /** How far it is, in the requester's words alone. Partners who answered are notified. Throws ConflictError. */
  async move(actor: Actor, id: string, state: SupportState): Promise<boolean> {
    return this.unitOfWork.run(async (manager) => {
      const request = await this.lockOwn(manager, actor, id);
      supportWorkflow.move(request.state, state);
      return this.ask(actor, request, 'state', { state });
    });
  }

  /** New words that wait for the delegation's clearance, for its own people to write on; null when there are none. */
  async pendingText(actor: Actor, id: string): Promise<Partial<SupportRequest> | null> {
    const request = await this.requests.findOwn(actor, id);
    return (await this.gate.pending(requestDeed(request, 'text', {}))) as Partial<SupportRequest> | null;
  }

  /** Only SupportDeeds calls it, and this service for what opens nothing to anybody: see DelegationGate. */
  async performChange(
    manager: EntityManager,
    actor: Actor,
    id: string,
    part: SupportPart,
    changes: SupportChanges,
  ): Promise<void> {
    const request = await this.requests.findOwn(actor, id);
    const before = { ...request };
    await this.save(manager, actor, request, changes);
    if (part === 'text') await this.recorder.record(actor, 'update', request);
    else if (part === 'state') await this.moved(actor, request, before.state);
    else await this.released(actor, request, before);
    await this.gate.changed(actor, id);
  }

  /** Deletes a request, with the answers to it. */
  async remove(actor: Actor, id: string): Promise<string> {
    return this.unitOfWork.run(async (manager) => {
      const request = await this.requests.findOwn(actor, id);
      await manager.delete(SupportRequest, { id });
      await this.recorder.record(actor, 'remove', request);
      await this.gate.changed(actor, id);
      return request.mechanismId;
    });
  }

  /** Locked until the transaction ends: opened to others meanwhile, a change would be one that they read. */
  private async lockOwn(manager: EntityManager, actor: Actor, id: string): Promise<SupportRequest> {
    await lockSubject(manager, SupportRequest, id);
    return this.requests.findOwn(actor, id);
  }

  /** Changes it at once where nobody reads more by it, and asks the gate where somebody would. */
  private async ask(
    actor: Actor,
    request: SupportRequest,
    part: SupportPart,
    changes: SupportChanges,
  ): Promise<boolean> {
    const deed = requestDeed(request, part, changes);
    if (opensMore(request, { ...request, ...changes })) return this.gate.pass(actor, deed);
    await this.gate.stop(actor, deed);
    await this.unitOfWork.run((manager) => this.performChange(manager, actor, request.id, part, changes));
    return true;
  }

  private async released(actor: Actor, request: SupportRequest, former: SupportRequest): Promise<void> {
    const before = audienceOf(former);
    // The history of the mechanism has it when the secretariat sees the request before or after.
    const known = { ...request, toSecretariat: request.toSecretariat || before.toSecretariat };
    const shown = (audience: Audience) => ({ toSecretariat: audience.toSecretariat });
    await this.recorder.record(actor, 'release', known, {
      before: shown(before),
      after: shown(audienceOf(request)),
    });
    for (const audience of newlyLetIn(request, before))
      await this.recorder.tell(actor, 'released', request, { roles: AUDIENCES[audience], step: audience });
  }

  private async moved(actor: Actor, request: SupportRequest, before: SupportState): Promise<void> {
    const { state, version } = request;
    await this.recorder.record(actor, 'move', request, { before: { state: before }, after: { state } });
    const of = request.offers.map(({ partner }) => partner);
    await this.recorder.tell(actor, 'moved', request, { roles: ['partner'], of, step: String(version) });
  }

  private async save(
    manager: EntityManager,
    actor: Actor,
    request: SupportRequest,
    input: SupportChanges,
  ): Promise<void> {
    const { id, version } = request;
    const set = { ...input, changedAt: this.clock.now() };
    const current = async () => (await this.requests.find(actor, id)).request;
    Object.assign(request, await change(manager, SupportRequest, { id, version }, set, { current }));
  }
}
