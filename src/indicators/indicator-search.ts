import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type FindOptionsWhere, In } from 'typeorm';
import { readersOf, readersWith } from '../accounts/search-audiences.js';
import { type Change, History } from '../platform/database/history.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { ALL, NOTHING, SearchIndex } from '../platform/search/search-index.js';
import { type SearchText } from '../platform/search/index-row.js';
import { type Found, nextIds, type SearchSource, SearchSources } from '../platform/search/search-sources.js';
import { indexed, type SearchedField, shown } from '../platform/search/searched-fields.js';
import { whenPlansGo } from '../plans/plan/plans-gone.js';
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
    whenPlansGo(this.history, () => this.index.gone('indicator', Indicator));
    this.history.watch(['item'], (changes) => this.itemsChanged(changes));
    this.sources.add(30, this.indicators);
  }

  private readonly indicators: SearchSource = {
    kind: 'indicator',
    audiences: (actor) => readersWith(actor, 'plans.read'),
    next: (after, take) => nextIds(this.unitOfWork.read, Indicator, after, take),
    texts: async (ids) => (await this.load({ id: In(ids) })).map(textOf),
    show: async (actor, hits) => {
      const found = await this.load({ id: In(hits.map(({ subjectId }) => subjectId)) });
      const seen = found.filter(({ item }) => mayRead(actor, item.plan));
      return new Map(seen.map((indicator) => [indicator.id, foundOf(indicator)]));
    },
  };

  private async changed(changes: readonly Change[]): Promise<void> {
    this.index.changed(
      'indicator',
      changes.map(({ subjectId }) => subjectId),
    );
  }

  /** Who reads a plan reads its indicators. */
  private async plansChanged(changes: readonly Change[]): Promise<void> {
    for (const { subjectId: planId, before, after } of changes) {
      if (before?.isPublic === after?.isPublic) continue;
      const ids = (await this.load({ item: { planId } })).map(({ id }) => id);
      this.index.changed('indicator', ids, after?.isPublic ? NOTHING : ALL);
    }
  }

  /** With an item go its indicators. */
  private async itemsChanged(changes: readonly Change[]): Promise<void> {
    if (changes.some(({ after }) => !after)) await this.index.gone('indicator', Indicator);
  }

  private load(where: FindOptionsWhere<Indicator>): Promise<Indicator[]> {
    const relations = { item: { plan: true } };
    return this.unitOfWork.read.find(Indicator, { where, relations, order: { id: 'ASC' } });
  }
}

const fieldsOf = ({ code, title, unit, source, baselineText, targets }: Indicator): SearchedField[] => [
  { value: code, code: true, title: true, hidden: true },
  { value: title, title: true },
  { value: unit },
  { value: source },
  { value: baselineText },
  ...targets.map(({ text }) => ({ value: text })),
];

const textOf = (indicator: Indicator): SearchText => ({
  kind: 'indicator',
  subjectId: indicator.id,
  layer: '',
  audiences: readersOf(indicator.item.plan),
  ...indexed(fieldsOf(indicator)),
});

const foundOf = (indicator: Indicator): Found => ({
  layer: '',
  href: `/indicators/${indicator.id}`,
  mechanismId: indicator.item.plan.mechanismId,
  lead: indicator.code,
  title: indicator.title,
  detail: () => indicator.item.code || null,
  texts: shown(fieldsOf(indicator)),
});
