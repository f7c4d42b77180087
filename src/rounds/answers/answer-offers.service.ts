import { Injectable } from '@nestjs/common';
import { MechanismsService } from '../../mechanisms/mechanism/mechanisms.service.js';
import type { Actor } from '../../platform/http/actor.js';
import { OffersService } from '../../progress/links/offers.service.js';
import { type Offer } from '../../progress/links/offer.js';
import { namesOf } from '../../progress/entries/labels.js';
import type { QuestionAnswer } from './answer-query.service.js';
import type { RoundAddressee } from '../round/round.entity.js';

/** What a delegation said in other mechanisms, beside the questions it may answer. */
export interface SheetOffers {
  byItem: ReadonlyMap<string, readonly Offer[]>;
  /** Of the mechanisms it was said in. */
  names: ReadonlyMap<string, string>;
}

export const NO_OFFERS: SheetOffers = { byItem: new Map(), names: new Map() };

/**
 * For questions about items that nobody began to answer. Only for somebody signed in: a link from a mail opens one round
 * and nothing else, and the delegation's entries elsewhere are not of it.
 */
@Injectable()
export class AnswerOffersService {
  constructor(
    private readonly offers: OffersService,
    private readonly mechanisms: MechanismsService,
  ) {}

  async find(
    actor: Actor,
    { kind, subject, round }: RoundAddressee,
    lines: readonly QuestionAnswer[],
  ): Promise<SheetOffers> {
    const { mechanismId, periodStart: from, periodEnd: until } = round;
    const open = lines.filter(({ answer, entry }) => !entry && !answer.declinedAt);
    const asked = open.flatMap(({ question: { itemId } }) =>
      itemId ? [{ item: { id: itemId }, mechanismId, voice: { kind, subject }, from, until }] : [],
    );
    const byItem = await this.offers.forItems(actor, asked);
    const elsewhere = [...byItem.values()].flat().map((offer) => offer.mechanismId);
    return { byItem, names: namesOf(await this.mechanisms.list(elsewhere), actor.language) };
  }
}
