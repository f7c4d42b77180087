import { Injectable } from '@nestjs/common';
import { type FindOptionsWhere, In } from 'typeorm';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Actor } from '../../platform/http/actor.js';
import { Plan, PlanItem } from '../../plans/plan/plan.entity.js';
import type { PlanState } from '../../plans/plan/vocabulary.js';
import { bestMatches, fitOf, type Match } from './match.js';
import type { SeenEntry } from '../access/seen-entry.js';
import type { ItemOffer, Offer, ReportingRequest } from './offer.js';
import { type Candidate, candidatesFor } from './offer-candidates.js';
import { profileOf, profileOfItem } from './match-profile.js';

export const MOST_OFFERS = 3;
const MOST_ITEMS = 6;
const LIVE: PlanState[] = ['validated', 'adopted'];

/** Finds what a reporter has said elsewhere already, so that it need not say it again. Only ever its own. */
@Injectable()
export class OffersService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * The asked one's own submitted entries from other mechanisms that fit each item, the best first; by item id, and none
   * for an item nothing fits. Entries linked to the item already are left out, as are a secretariat's.
   */
  async forItems(
    actor: Actor,
    asked: readonly ReportingRequest[],
    most = MOST_OFFERS,
  ): Promise<Map<string, Offer[]>> {
    const candidates = await candidatesFor(this.unitOfWork.read, actor, asked);
    const offers = new Map<string, Offer[]>();
    if (candidates.length === 0) return offers;
    const items = await this.mapped({ id: In(asked.map(({ item }) => item.id)) });
    for (const question of asked) {
      const item = items.find(({ id }) => id === question.item.id);
      if (!item) continue;
      const wanted = profileOfItem(item, question);
      const elsewhere = candidates.filter((one) => answers(one, question));
      const found = bestMatches(elsewhere, ({ profile }) => fitOf(profile, wanted), most);
      if (found.length > 0) offers.set(item.id, found.map(offerOf));
    }
    return offers;
  }

  /** Items of a mechanism's plans in force that an entry of the actor's may speak about, the best first. */
  async itemsFor(entry: SeenEntry, mechanismId: string): Promise<ItemOffer[]> {
    const linked = new Set(entry.places.flatMap((disclosure) => disclosure.items.map(({ id }) => id)));
    const [own, items] = await Promise.all([
      this.mapped({ id: In([...linked]) }),
      this.mapped({ plan: { mechanismId, state: In(LIVE) } }),
    ]);
    const profile = profileOf(entry.objectives ?? [], own, entry);
    const open = items.filter(({ id }) => !linked.has(id)).map((item) => ({ item }));
    // An item's own days say when it is planned, not what may be reported on it.
    const anyTime = { from: null, until: null };
    return bestMatches(open, ({ item }) => fitOf(profile, profileOfItem(item, anyTime)), MOST_ITEMS);
  }

  private mapped(where: FindOptionsWhere<PlanItem>): Promise<PlanItem[]> {
    return this.unitOfWork.read.find(PlanItem, { where, relations: { plan: true, objectives: true } });
  }

  /** The plans in force a mechanism's codes may be of. */
  plansIn(mechanismId: string): Promise<Plan[]> {
    const where = { mechanismId, state: In(LIVE) };
    return this.unitOfWork.read.find(Plan, { where, order: { createdAt: 'DESC' } });
  }
}

/** From elsewhere, by the same one, and not on the item already. */
const answers = ({ entry, itemIds }: Candidate, { item, mechanismId, voice }: ReportingRequest) =>
  entry.mechanismId !== mechanismId &&
  entry.reporterKind === voice.kind &&
  entry.reporter === (voice.subject ?? '') &&
  !itemIds.has(item.id);

const offerOf = ({ entry, version, fit }: Candidate & { fit: Match }): Offer => ({
  entryId: entry.id,
  mechanismId: entry.mechanismId,
  periodStart: version.periodStart,
  periodEnd: version.periodEnd,
  content: version.content,
  fit,
});
