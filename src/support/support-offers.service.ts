import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../platform/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { ConflictError, ForbiddenError, InvalidError } from '../platform/errors.js';
import type { Actor } from '../platform/http/actor.js';
import type { SupportOfferInput } from './support.dto.js';
import { SupportOffer } from './support.entity.js';
import { SupportQueryService } from './support-query.service.js';
import { partnersOf } from './support.access.js';
import { SupportChangeRecorder } from './support-change-recorder.js';
import { isAnswerable } from './support.workflow.js';

/** How partners answer a request. */
@Injectable()
export class SupportOffersService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly requests: SupportQueryService,
    private readonly recorder: SupportChangeRecorder,
  ) {}

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
  async withdraw(actor: Actor, id: string, offerId: string): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const { request, offers } = await this.requests.find(actor, id);
      const offer = offers.find((one) => one.id === offerId);
      if (!offer || !partnersOf(actor, request.mechanismId).includes(offer.partner))
        throw new ForbiddenError('error.notYours');
      await manager.delete(SupportOffer, { id: offerId });
      await this.recorder.record(actor, 'withdrawOffer', request, { secret: !request.offersToSecretariat });
    });
  }
}
