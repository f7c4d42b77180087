import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, MoreThan } from 'typeorm';
import { mechanismsWhere } from '../../accounts/roles.js';
import { States } from '../../accounts/states.js';
import { type Change, History } from '../../platform/database/history.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Actor } from '../../platform/http/actor.js';
import { type Hit, SearchIndex, type SearchText } from '../../platform/search/search-index.js';
import {
  type Found,
  inAllLanguages,
  searchable,
  type SearchSource,
  SearchSources,
} from '../../platform/search/search-sources.js';
import { type ItemOwner, Plan, PlanItem } from './plan.entity.js';
import { mayRead } from './plans.service.js';
import { ownerLabel } from '../items/views/labels.js';

const EVERYBODY = 'everybody';
const peopleOf = (mechanismId: string) => `people:${mechanismId}`;

/** Those who may read a plan, and with it its items and what else is part of it. */
export const planReaders = ({ mechanismId, isPublic }: Pick<Plan, 'mechanismId' | 'isPublic'>): string[] =>
  isPublic ? [peopleOf(mechanismId), EVERYBODY] : [peopleOf(mechanismId)];

/** To which of them an actor belongs. */
export const planAudiences = (actor: Actor): string[] => [
  ...mechanismsWhere(actor, 'plans.read').map(peopleOf),
  EVERYBODY,
];

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
    audiences: planAudiences,
    next: (after, take) => this.next(Plan, after, take),
    texts: async (ids) => (await this.unitOfWork.read.findBy(Plan, { id: In(ids) })).map(planText),
    show: async (actor, hits) => {
      const found = await this.unitOfWork.read.findBy(Plan, { id: In(idsOf(hits)) });
      return new Map(found.filter((plan) => mayRead(actor, plan)).map((plan) => [plan.id, foundPlan(plan)]));
    },
  };

  private readonly items: SearchSource = {
    kind: 'item',
    audiences: planAudiences,
    next: (after, take) => this.next(PlanItem, after, take),
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

  private async next(entity: typeof Plan | typeof PlanItem, after: string, take: number): Promise<string[]> {
    const found = await this.unitOfWork.read.find<Plan | PlanItem>(entity, {
      where: { id: MoreThan(after) },
      select: { id: true },
      order: { id: 'ASC' },
      take,
    });
    return found.map(({ id }) => id);
  }

  private load(ids: string[]): Promise<PlanItem[]> {
    const relations = { plan: true, owners: true };
    return this.unitOfWork.read.find(PlanItem, { where: { id: In(ids) }, relations });
  }
}

const idsOf = (hits: readonly Pick<Hit, 'subjectId'>[]) => hits.map(({ subjectId }) => subjectId);
const subjectsOf = (changes: readonly Change[]) => [...new Set(changes.map(({ subjectId }) => subjectId))];

const planText = (plan: Plan): SearchText => ({
  kind: 'plan',
  subjectId: plan.id,
  layer: '',
  scope: plan.mechanismId,
  audiences: planReaders(plan),
  title: inAllLanguages(plan.title),
  text: [
    ...inAllLanguages(plan.note),
    ...inAllLanguages(plan.source),
    ...plan.levelNames,
    plan.adoptedBy ?? '',
  ],
});

const foundPlan = (plan: Plan): Found => ({
  layer: '',
  href: `/plans/${plan.id}`,
  mechanismId: plan.mechanismId,
  lead: '',
  title: plan.title,
  detail: (t) => [t(`planKind.${plan.kind}`), t(`planState.${plan.state}`)].join(' · '),
  texts: [
    ...searchable(plan.title),
    ...searchable(plan.note),
    ...searchable(plan.source),
    ...[...plan.levelNames, plan.adoptedBy ?? ''].map((text) => ({ text, language: null })),
  ],
});

const itemText = (item: PlanItem): SearchText => ({
  kind: 'item',
  subjectId: item.id,
  layer: '',
  scope: item.planId,
  audiences: planReaders(item.plan),
  title: [item.code, ...inAllLanguages(item.title)],
  text: [
    ...inAllLanguages(item.description),
    item.kind ?? '',
    item.whenText ?? '',
    ...item.owners.flatMap(ownerNames),
  ],
});

const foundItem = (item: PlanItem): Found => ({
  layer: '',
  href: `/items/${item.id}`,
  mechanismId: item.plan.mechanismId,
  lead: item.code,
  title: item.title,
  detail: (t, language) => item.owners.map((owner) => ownerLabel(owner, t, language)).join(', ') || null,
  texts: [
    ...searchable(item.title),
    ...searchable(item.description),
    { text: item.kind ?? '', language: null },
    { text: item.whenText ?? '', language: null },
  ],
});

const ownerNames = ({ kind, subject }: ItemOwner): string[] =>
  subject === null ? [] : kind === 'state' ? States.names(subject) : [subject];
