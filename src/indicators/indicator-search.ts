import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type FindOptionsWhere, In, MoreThan } from 'typeorm';
import { type Change, History } from '../platform/database/history.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { SearchIndex, type SearchText } from '../platform/search/search-index.js';
import {
  type Found,
  inAllLanguages,
  searchable,
  type SearchSource,
  SearchSources,
} from '../platform/search/search-sources.js';
import { planAudiences, planReaders } from '../plans/plan/plan.search.js';
import { mayRead } from '../plans/plan/plans.service.js';
import { Indicator } from './indicator.entity.js';

/** Indicators, to be found by what the plan says of them. Readings are figures and are not looked for. */
@Injectable()
export class IndicatorSearch implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly history: History,
    private readonly index: SearchIndex,
    private readonly sources: SearchSources,
  ) {}

  onModuleInit(): void {
    this.history.watch(['indicator'], (changes) => this.changed(changes));
    this.history.watch(['plan'], (changes) => this.plansChanged(changes));
    this.sources.add(30, this.indicators);
  }

  private readonly indicators: SearchSource = {
    kind: 'indicator',
    audiences: planAudiences,
    next: async (after, take) => (await this.load({ id: MoreThan(after) }, take)).map(({ id }) => id),
    texts: async (ids) => (await this.load({ id: In(ids) })).map(textOf),
    show: async (actor, hits) => {
      const found = await this.load({ id: In(hits.map(({ subjectId }) => subjectId)) });
      const seen = found.filter(({ item }) => mayRead(actor, item.plan));
      return new Map(seen.map((indicator) => [indicator.id, foundOf(indicator)]));
    },
  };

  private async changed(changes: readonly Change[]): Promise<void> {
    const ids = changes.map(({ subjectId }) => subjectId);
    await this.index.replace('indicator', ids, this.indicators.texts);
  }

  /** Who reads a plan reads its indicators. */
  private async plansChanged(changes: readonly Change[]): Promise<void> {
    for (const { subjectId: planId, before, after } of changes) {
      if (before?.isPublic === after?.isPublic) continue;
      const ids = (await this.load({ item: { planId } })).map(({ id }) => id);
      await this.index.replace('indicator', ids, this.indicators.texts);
    }
  }

  private load(where: FindOptionsWhere<Indicator>, take?: number): Promise<Indicator[]> {
    const relations = { item: { plan: true } };
    return this.unitOfWork.read.find(Indicator, { where, relations, order: { id: 'ASC' }, take });
  }
}

const textOf = ({ id, itemId, item, code, title, ...rest }: Indicator): SearchText => ({
  kind: 'indicator',
  subjectId: id,
  layer: '',
  scope: itemId,
  audiences: planReaders(item.plan),
  title: [code, ...inAllLanguages(title)],
  text: [
    ...inAllLanguages(rest.unit),
    ...inAllLanguages(rest.source),
    rest.baselineText ?? '',
    ...rest.targets.map(({ text }) => text ?? ''),
  ],
});

const foundOf = ({ id, item, code, title, unit, source, baselineText, targets }: Indicator): Found => ({
  layer: '',
  href: `/indicators/${id}`,
  mechanismId: item.plan.mechanismId,
  lead: code,
  title,
  detail: () => item.code || null,
  texts: [
    ...searchable(title),
    ...searchable(unit),
    ...searchable(source),
    ...[baselineText, ...targets.map(({ text }) => text)].map((text) => ({
      text: text ?? '',
      language: null,
    })),
  ],
});
