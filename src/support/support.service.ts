import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { demand } from '../accounts/roles.js';
import { Clock } from '../platform/clock.js';
import { change } from '../platform/database/change.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { InvalidError } from '../platform/errors.js';
import type { Actor } from '../platform/http/actor.js';
import { SourceEntryService } from '../practices/source-entry.service.js';
import type { SupportChange, SupportInput, SupportReleaseInput } from './support.dto.js';
import { SupportRequest } from './support.entity.js';
import { SupportQueryService } from './support-query.service.js';
import { statesOf } from './support.access.js';
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

  /** Throws ConflictError, with what stands, when `version` is not the current one. */
  async update(actor: Actor, id: string, { version, ...input }: SupportChange): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const request = await this.requests.findOwn(actor, id);
      await this.save(manager, actor, request, version, input);
      await this.recorder.record(actor, 'update', request);
    });
  }

  /** Lets others see it, or no longer. Those it is released to for the first time are notified by mail. */
  async release(actor: Actor, id: string, release: SupportReleaseInput): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const request = await this.requests.findOwn(actor, id);
      const before = audienceOf(request);
      await this.save(manager, actor, request, request.version, release);
      // The history of the mechanism has it when the secretariat sees the request before or after.
      const known = { ...request, toSecretariat: request.toSecretariat || before.toSecretariat };
      const shown = (audience: Audience) => ({ toSecretariat: audience.toSecretariat });
      await this.recorder.record(actor, 'release', known, {
        before: shown(before),
        after: shown(audienceOf(request)),
      });
      for (const audience of newlyLetIn(request, before))
        await this.recorder.tell(actor, 'released', request, { roles: AUDIENCES[audience], step: audience });
    });
  }

  /** How far it is, in the requester's words alone. Partners who answered are notified. Throws ConflictError. */
  async move(actor: Actor, id: string, state: SupportState): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const request = await this.requests.findOwn(actor, id);
      const before = request.state;
      supportWorkflow.move(before, state);
      await this.save(manager, actor, request, request.version, { state });
      await this.recorder.record(actor, 'move', request, { before: { state: before }, after: { state } });
      const of = request.offers.map(({ partner }) => partner);
      const step = String(request.version);
      await this.recorder.tell(actor, 'moved', request, { roles: ['partner'], of, step });
    });
  }

  /** Deletes a request, with the answers to it. */
  async remove(actor: Actor, id: string): Promise<string> {
    return this.unitOfWork.run(async (manager) => {
      const request = await this.requests.findOwn(actor, id);
      await manager.delete(SupportRequest, { id });
      await this.recorder.record(actor, 'remove', request);
      return request.mechanismId;
    });
  }

  private async save(
    manager: EntityManager,
    actor: Actor,
    request: SupportRequest,
    version: number,
    input: Partial<Omit<SupportChange, 'version'> & SupportReleaseInput & { state: SupportState }>,
  ): Promise<void> {
    const { id } = request;
    const set = { ...input, changedAt: this.clock.now() };
    const current = async () => (await this.requests.find(actor, id)).request;
    Object.assign(request, await change(manager, SupportRequest, { id, version }, set, { current }));
  }
}
