import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { ForbiddenError, NotFoundError } from '../platform/errors.js';
import type { Actor } from '../platform/http/actor.js';
import type { SupportFilter } from './support.dto.js';
import { type SupportOffer, SupportRequest } from './support.entity.js';
import { seesOffer, type SupportSight, supportSights } from './support.access.js';

const PAGE = 50;

export interface SeenRequest {
  request: SupportRequest;
  sights: SupportSight[];
  /** Those answers the actor sees, oldest first. */
  offers: SupportOffer[];
}

/** Reads requests through the actor: out of sight is not found, and not counted. */
@Injectable()
export class SupportQueryService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Throws NotFoundError when the request does not exist for this actor. */
  async find(actor: Actor, id: string): Promise<SeenRequest> {
    const request = await this.unitOfWork.read.findOne(SupportRequest, {
      where: { id },
      relations: { offers: true },
      order: { offers: { at: 'ASC' } },
    });
    const sights = request ? supportSights(actor, request) : [];
    if (!request || sights.length === 0) throw new NotFoundError('support');
    return { request, sights, offers: request.offers.filter((offer) => seesOffer(actor, request, offer)) };
  }

  /** Throws ForbiddenError when it is not a request of a State the actor speaks for. */
  async findOwn(actor: Actor, id: string): Promise<SupportRequest> {
    const { request, sights } = await this.find(actor, id);
    if (!sights.includes('own')) throw new ForbiddenError('error.notYours');
    return request;
  }

  /**
   * Those in sight in a mechanism, the latest first, by cursor. There is no way to ask for those of one State, and no
   * other order: States are not to be lined up by what they lack.
   */
  async list(
    actor: Actor,
    mechanismId: string,
    filter: SupportFilter,
  ): Promise<{ items: SupportRequest[]; nextCursor: string | null }> {
    const all = await this.unitOfWork.read.find(SupportRequest, {
      where: { mechanismId, ...(filter.kind && { kind: filter.kind }) },
      order: { createdAt: 'DESC', id: 'DESC' },
    });
    const seen = all.filter(
      (request) =>
        supportSights(actor, request).length > 0 &&
        (filter.objective === undefined || request.objectives.includes(filter.objective)),
    );
    const from = filter.cursor ? 1 + seen.findIndex(({ id }) => id === filter.cursor) : 0;
    const items = seen.slice(from, from + PAGE);
    return { items, nextCursor: seen.length > from + PAGE ? items.at(-1)!.id : null };
  }
}
