import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { demand, type Role } from '../accounts/roles.js';
import { Clock } from '../platform/clock.js';
import { change } from '../platform/database/change.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { ConflictError, ForbiddenError, InvalidError } from '../platform/errors.js';
import type { Actor } from '../platform/http/actor.js';
import { SourceEntryService } from '../practices/source-entry.service.js';
import type { SupportChange, SupportInput, SupportOfferInput, SupportReleaseInput } from './support.dto.js';
import { SupportOffer, SupportRequest } from './support.entity.js';
import { SupportQueryService } from './support-query.service.js';
import { partnersOf, statesOf } from './support.access.js';
import { SupportChangeRecorder } from './support-change-recorder.js';
import { isAnswerable, supportWorkflow } from './support.workflow.js';
import type { SupportState } from './vocabulary.js';

/** The verbs of asking for support and of answering. Reading is SupportReader's. */
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
      const request = await this.own(actor, id);
      await this.save(manager, actor, request, version, input);
      await this.recorder.record(actor, 'update', request);
    });
  }

  /** Lets others see it, or no longer. Who is let in for the first time is told by mail that there is a request. */
  async release(actor: Actor, id: string, release: SupportReleaseInput): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const request = await this.own(actor, id);
      const before = audienceOf(request);
      await this.save(manager, actor, request, request.version, release);
      // The secretariat that is let in reads so in the history, and so does the one that no longer is.
      const known = { ...request, toSecretariat: request.toSecretariat || before.toSecretariat };
      const shown = (audience: Audience) => ({ toSecretariat: audience.toSecretariat });
      await this.recorder.record(actor, 'release', known, {
        before: shown(before),
        after: shown(audienceOf(request)),
      });
      const letIn = (Object.keys(AUDIENCES) as (keyof typeof AUDIENCES)[]).filter(
        (audience) => request[audience] && !before[audience],
      );
      for (const audience of letIn)
        await this.recorder.tell(actor, 'released', request, { roles: AUDIENCES[audience], step: audience });
    });
  }

  /** How far it is, in the requester's words alone. Partners who answered are told. Throws ConflictError. */
  async move(actor: Actor, id: string, state: SupportState): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const request = await this.own(actor, id);
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
      const request = await this.own(actor, id);
      await manager.delete(SupportRequest, { id });
      await this.recorder.record(actor, 'remove', request);
      return request.mechanismId;
    });
  }

  /** A partner that sees the request answers. Throws ForbiddenError to all others, ConflictError when it is over. */
  async offer(actor: Actor, id: string, input: SupportOfferInput): Promise<SupportOffer> {
    return this.unitOfWork.run(async (manager) => {
      const { request, sights } = await this.requests.find(actor, id);
      if (!sights.includes('partner')) throw new ForbiddenError('error.supportPartner');
      if (!isAnswerable(request.state)) throw new ConflictError('error.supportOver');
      const names = partnersOf(actor, request.mechanismId);
      const partner = input.partner ?? names[0]!;
      if (!names.includes(partner)) throw InvalidError.field('partner', 'error.voice');
      const offer = Object.assign(new SupportOffer(), {
        id: uuid(),
        requestId: id,
        partner,
        authorId: actor.accountId,
        text: input.text,
        contact: input.contact,
        at: this.clock.now(),
      });
      await manager.insert(SupportOffer, offer);
      await this.recorder.record(actor, 'offer', request, { secret: !request.offersToSecretariat });
      const step = offer.id;
      const of = [request.requester];
      await this.recorder.tell(actor, 'answered', request, { roles: ['focal-point'], of, step });
      return offer;
    });
  }

  /** A partner takes its answer back; it is gone. Throws NotFoundError when the actor does not see it. */
  async withdrawOffer(actor: Actor, id: string, offerId: string): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const { request, offers } = await this.requests.find(actor, id);
      const offer = offers.find((one) => one.id === offerId);
      if (!offer || !partnersOf(actor, request.mechanismId).includes(offer.partner))
        throw new ForbiddenError('error.notYours');
      await manager.delete(SupportOffer, { id: offerId });
      await this.recorder.record(actor, 'withdrawOffer', request, { secret: !request.offersToSecretariat });
    });
  }

  private async own(actor: Actor, id: string): Promise<SupportRequest> {
    const { request, sights } = await this.requests.find(actor, id);
    if (!sights.includes('own')) throw new ForbiddenError('error.notYours');
    return request;
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

const NOBODY = { toSecretariat: false, toPartners: false, toMembers: false, offersToSecretariat: false };

/** Who is meant by each, as roles. */
const AUDIENCES = {
  toSecretariat: ['secretariat'],
  toPartners: ['partner'],
  toMembers: ['focal-point', 'chair'],
} as const satisfies Record<string, readonly Role[]>;

type Audience = Pick<SupportRequest, keyof typeof AUDIENCES>;

const audienceOf = ({ toSecretariat, toPartners, toMembers }: SupportRequest): Audience => ({
  toSecretariat,
  toPartners,
  toMembers,
});
