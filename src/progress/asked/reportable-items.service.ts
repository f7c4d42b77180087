import { Injectable } from '@nestjs/common';
import { can, mechanismsWhere, voicesIn } from '../../accounts/roles.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Actor } from '../../platform/http/actor.js';
import { addDays, type Day } from '../../platform/i18n/day.js';
import type { PlanItem } from '../../plans/plan/plan.entity.js';
import { type Counted, EntryQueryService } from '../access/entry-query.service.js';
import type { ListedEntry } from '../access/load-listed.js';
import { OffersService } from '../links/offers.service.js';
import type { Offer } from '../links/offer.js';
import { itemTalkAddress } from './item-conversation.js';
import { ownedItems, type VoiceIn } from './owned-items.js';
import { reportedUntil } from './reported-until.js';
import { toldByChair } from './told-by-chair.js';

export interface ReportableItem {
  item: PlanItem;
  dueDay: Day | null;
  /** End of the period the same voice last reported on it; null when it has not. */
  reportedUntil: Day | null;
  /** What the same voice said elsewhere that may answer it. */
  offers: Offer[];
  /** Where a chair, who has no voice of its own, tells the secretariat how it stands. */
  tellAt: string | null;
}

const MOST = 100;

/** What lies with a person: the items they answer for, their unfinished texts, and what waits for their acceptance. */
@Injectable()
export class ReportableItemsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly entries: EntryQueryService,
    private readonly offers: OffersService,
  ) {}

  /**
   * Items of adopted plans that one of the actor's voices answers for, of one mechanism or of all, the nearest date first,
   * and how many there are.
   */
  async items(
    actor: Actor,
    within?: string,
    most = MOST,
  ): Promise<{ items: ReportableItem[]; count: number }> {
    const voices = mechanismsWhere(actor, 'progress.write')
      .filter((mechanismId) => within === undefined || mechanismId === within)
      .flatMap((mechanismId) => voicesIn(actor, mechanismId).map((voice) => ({ mechanismId, voice })));
    const answering = [...voices, ...chairsOf(actor, within)];
    if (answering.length === 0) return { items: [], count: 0 };
    const { items: owned, count } = await ownedItems(this.unitOfWork.read, answering, most);
    if (owned.length === 0) return { items: [], count: 0 };
    const reported = await reportedUntil(this.unitOfWork.read, voices, idsOf(owned));
    const chaired = owned.filter((item) => !voices.some((one) => one.mechanismId === item.plan.mechanismId));
    const told = chaired.length > 0 ? await toldByChair(this.unitOfWork.read, idsOf(chaired)) : null;
    const asked = owned.flatMap((item) => {
      const until = reported.get(item.id);
      const from = until ? addDays(until, 1) : null;
      const { mechanismId } = item.plan;
      const own = voices.filter((one) => one.mechanismId === mechanismId);
      return own.map(({ voice }) => ({ item, mechanismId, voice, from, until: null }));
    });
    const offers = await this.offers.forItems(actor, asked);
    const items = owned.map((item) => ({
      item,
      dueDay: item.whenEnd,
      reportedUntil: reported.get(item.id) ?? told?.get(item.id) ?? null,
      offers: offers.get(item.id) ?? [],
      tellAt: chaired.includes(item) ? itemTalkAddress(item.plan.mechanismId, item.id) : null,
    }));
    return { items, count };
  }

  /** The actor's own drafts, what came back, and what its delegation still clears. */
  unfinished(actor: Actor, within?: string, most?: number): Promise<Counted> {
    return this.entries.unfinished(actor, within, most);
  }

  /** Entries that wait for the actor's acceptance in one mechanism, the last submitted first. */
  async toAcceptIn(actor: Actor, mechanismId: string, most: number): Promise<Counted> {
    if (!can(actor, 'progress.accept', mechanismId)) return { entries: [], count: 0 };
    return this.entries.waiting(actor, mechanismId, most);
  }

  /** The same of all mechanisms, each in the list of the mechanism where it waits. */
  async toAccept(actor: Actor): Promise<ListedEntry[]> {
    const accepting = mechanismsWhere(actor, 'progress.accept');
    const waiting = await Promise.all(accepting.map((mechanism) => this.entries.waiting(actor, mechanism)));
    return waiting.flatMap(({ entries }) => entries);
  }
}

const idsOf = (items: readonly PlanItem[]) => items.map(({ id }) => id);

const chairsOf = (actor: Actor, within?: string): VoiceIn[] =>
  actor.grants.flatMap(({ role, scope }) =>
    role === 'chair' && (within ?? scope) === scope
      ? { mechanismId: scope, voice: { kind: 'chair', subject: null } }
      : [],
  );
