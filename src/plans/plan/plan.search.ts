import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { readersWith } from '../../accounts/search-audiences.js';
import { type Change, History } from '../../platform/database/history.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Actor } from '../../platform/http/actor.js';
import { ALL, NOTHING, SearchIndex } from '../../platform/search/search-index.js';
import { nextIds, type SearchSource, SearchSources } from '../../platform/search/search-sources.js';
import type { SearchHit } from '../../platform/search/word-store.js';
import { Plan, PlanItem } from './plan.entity.js';
import { mayRead } from './plans.service.js';
import { whenPlansGo } from './plans-gone.js';
import { foundPlan, planText } from './plan-search-text.js';
import { foundItem, itemText } from '../items/item-search-text.js';

const readers = (actor: Actor) => readersWith(actor, 'plans.read');

/** Plans and their items, to be found by what they say. */
@Injectable()
export class PlanSearch implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly history: History,
    private readonly index: SearchIndex,
    private readonly sources: SearchSources,
  ) {}

  onModuleInit(): void {
    this.history.watch(['plan'], (changes) => this.plansChanged(changes));
    // With a plan go its items.
    whenPlansGo(this.history, () => this.index.gone('item', PlanItem));
    this.history.watch(['item'], (changes) => this.itemsChanged(changes));
    this.sources.add(10, this.plans);
    this.sources.add(20, this.items);
  }

  private readonly plans: SearchSource = {
    kind: 'plan',
    audiences: readers,
    next: (after, take) => nextIds(this.unitOfWork.read, Plan, after, take),
    texts: async (ids) => (await this.unitOfWork.read.findBy(Plan, { id: In(ids) })).map(planText),
    show: async (actor, hits) => {
      const found = await this.unitOfWork.read.findBy(Plan, { id: In(idsOf(hits)) });
      return new Map(found.filter((plan) => mayRead(actor, plan)).map((plan) => [plan.id, foundPlan(plan)]));
    },
  };

  private readonly items: SearchSource = {
    kind: 'item',
    audiences: readers,
    next: (after, take) => nextIds(this.unitOfWork.read, PlanItem, after, take),
    texts: async (ids) => (await this.load(ids)).map(itemText),
    show: async (actor, hits) => {
      const found = await this.load(idsOf(hits));
      return new Map(
        found.filter(({ plan }) => mayRead(actor, plan)).map((item) => [item.id, foundItem(item)]),
      );
    },
  };

  private async plansChanged(changes: readonly Change[]): Promise<void> {
    this.index.changed('plan', subjectsOf(changes));
    // Who reads a plan reads its items.
    for (const { subjectId: planId, before, after } of changes) {
      if (before?.isPublic === after?.isPublic) continue;
      const items = await this.unitOfWork.read.find(PlanItem, { where: { planId }, select: { id: true } });
      this.index.changed(
        'item',
        items.map(({ id }) => id),
        after?.isPublic ? NOTHING : ALL,
      );
    }
  }

  private async itemsChanged(changes: readonly Change[]): Promise<void> {
    this.index.changed('item', subjectsOf(changes));
    // With an item goes what is below it.
    if (changes.some(({ after }) => !after)) await this.index.gone('item', PlanItem);
  }

  private load(ids: string[]): Promise<PlanItem[]> {
    const relations = { plan: true, owners: true };
    return this.unitOfWork.read.find(PlanItem, { where: { id: In(ids) }, relations });
  }
}

const idsOf = (hits: readonly Pick<SearchHit, 'subjectId'>[]) => hits.map(({ subjectId }) => subjectId);
const subjectsOf = (changes: readonly Change[]) => [...new Set(changes.map(({ subjectId }) => subjectId))];
