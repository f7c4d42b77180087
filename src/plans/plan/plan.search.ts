import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { readersOf, readersWith } from '../../accounts/search-audiences.js';
import { States } from '../../accounts/states.js';
import { type Change, History } from '../../platform/database/history.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Actor } from '../../platform/http/actor.js';
import { SearchIndex } from '../../platform/search/search-index.js';
import { type SearchText } from '../../platform/search/index-row.js';
import {
  type Found,
  nextIds,
  type SearchSource,
  SearchSources,
} from '../../platform/search/search-sources.js';
import { indexed, type SearchedField, shown } from '../../platform/search/searched-fields.js';
import type { SearchHit } from '../../platform/search/word-store.js';
import { type ItemOwner, Plan, PlanItem } from './plan.entity.js';
import { mayRead } from './plans.service.js';
import { ownersText } from './labels.js';

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
    const ids = subjectsOf(changes);
    await this.index.replace('plan', ids, this.plans.texts);
    // Who reads a plan reads its items.
    for (const id of subjectsOf(
      changes.filter(({ before, after }) => before?.isPublic !== after?.isPublic),
    )) {
      const items = await this.unitOfWork.read.find(PlanItem, {
        where: { planId: id },
        select: { id: true },
      });
      await this.index.replace(
        'item',
        items.map((item) => item.id),
        this.items.texts,
      );
    }
  }

  private async itemsChanged(changes: readonly Change[]): Promise<void> {
    const ids = subjectsOf(changes);
    let there = 0;
    await this.index.replace('item', ids, async (some) => {
      const texts = await this.items.texts(some);
      there += texts.length;
      return texts;
    });
    if (there < ids.length) await this.clear(changes.flatMap(({ scope }) => scope ?? []));
  }

  /** With an item goes what is below it, and what hangs on that. */
  private async clear(mechanismIds: string[]): Promise<void> {
    const plans = await this.unitOfWork.read.findBy(Plan, { mechanismId: In([...new Set(mechanismIds)]) });
    for (const { id: planId } of plans) {
      const items = await this.unitOfWork.read.find(PlanItem, { where: { planId }, select: { id: true } });
      const there = new Set(items.map(({ id }) => id));
      const gone = (await this.index.subjectsIn('item', planId)).filter((id) => !there.has(id));
      await this.index.remove('item', gone);
      await this.index.removeIn(gone);
    }
  }

  private load(ids: string[]): Promise<PlanItem[]> {
    const relations = { plan: true, owners: true };
    return this.unitOfWork.read.find(PlanItem, { where: { id: In(ids) }, relations });
  }
}

const idsOf = (hits: readonly Pick<SearchHit, 'subjectId'>[]) => hits.map(({ subjectId }) => subjectId);
const subjectsOf = (changes: readonly Change[]) => [...new Set(changes.map(({ subjectId }) => subjectId))];

const fieldsOfPlan = ({ title, note, source, levelNames, adoptedBy }: Plan): SearchedField[] => [
  { value: title, title: true },
  { value: note },
  { value: source },
  ...levelNames.map((name) => ({ value: name })),
  { value: adoptedBy },
];

const planText = (plan: Plan): SearchText => ({
  kind: 'plan',
  subjectId: plan.id,
  layer: '',
  scope: plan.mechanismId,
  audiences: readersOf(plan),
  ...indexed(fieldsOfPlan(plan)),
});

const foundPlan = (plan: Plan): Found => ({
  layer: '',
  href: `/plans/${plan.id}`,
  mechanismId: plan.mechanismId,
  lead: '',
  title: plan.title,
  detail: (t) => [t(`planKind.${plan.kind}`), t(`planState.${plan.state}`)].join(' · '),
  texts: shown(fieldsOfPlan(plan)),
});

const fieldsOfItem = ({ code, title, description, kind, whenText, owners }: PlanItem): SearchedField[] => [
  { value: code, title: true, hidden: true },
  { value: title, title: true },
  { value: description },
  { value: kind },
  { value: whenText },
  ...owners.flatMap(ownerNames).map((name) => ({ value: name, hidden: true })),
];

const itemText = (item: PlanItem): SearchText => ({
  kind: 'item',
  subjectId: item.id,
  layer: '',
  scope: item.planId,
  audiences: readersOf(item.plan),
  ...indexed(fieldsOfItem(item)),
});

const foundItem = (item: PlanItem): Found => ({
  layer: '',
  href: `/items/${item.id}`,
  mechanismId: item.plan.mechanismId,
  lead: item.code,
  title: item.title,
  detail: (t, language) => ownersText(item.owners, t, language) || null,
  texts: shown(fieldsOfItem(item)),
});

const ownerNames = ({ kind, subject }: ItemOwner): string[] =>
  subject === null ? [] : kind === 'state' ? States.names(subject) : [subject];
