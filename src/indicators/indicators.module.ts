import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { h } from 'preact';
import { Panels } from '../platform/web/panels.js';
import { DependentCounters } from '../plans/items/dependent-counters.js';
import { IndicatorExchange } from './indicator-exchange.js';
import { IndicatorSearch } from './indicator-search.js';
import { IndicatorsApi } from './indicators.api.js';
import { ReadingsApi } from './readings.api.js';
import { IndicatorsPages } from './indicators.pages.js';
import { IndicatorsService } from './indicators.service.js';
import { type IndicatorsOfItem, ItemIndicatorsService } from './item-indicators.service.js';
import { ReadingsPages } from './readings.pages.js';
import { ReadingsQueryService } from './readings-query.service.js';
import { ReadingsService } from './readings.service.js';
import { IndicatorsPanel } from './views/panel.js';
import { Indicator, Reading } from './indicator.entity.js';
import { MechanismsModule } from '../mechanisms/mechanisms.module.js';
import { PlansModule } from '../plans/plans.module.js';
import { ExchangeModule } from '../exchange/exchange.module.js';

/** Of an item, and of the one that it carries on. */
const ON_ITEM =
  'SELECT 1 FROM "indicator" WHERE "itemId" IN (:subject, (SELECT "carriedFromId" FROM "plan_item" WHERE "id" = :subject))';

@Module({
  imports: [TypeOrmModule.forFeature([Indicator, Reading]), MechanismsModule, PlansModule, ExchangeModule],
  controllers: [IndicatorsApi, ReadingsApi, IndicatorsPages, ReadingsPages],
  providers: [
    IndicatorsService,
    ReadingsService,
    ReadingsQueryService,
    ItemIndicatorsService,
    IndicatorSearch,
    IndicatorExchange,
  ],
  exports: [IndicatorsService, ReadingsService],
})
export class IndicatorsModule implements OnModuleInit {
  constructor(
    private readonly panels: Panels,
    private readonly dependents: DependentCounters,
    private readonly indicators: IndicatorsService,
    private readonly onItems: ItemIndicatorsService,
  ) {}

  onModuleInit(): void {
    this.dependents.add(20, 'item.removeIndicators', (actor, itemIds) =>
      this.indicators.countOn(actor, itemIds),
    );
    const draw = (shown: IndicatorsOfItem | null) => shown && h(IndicatorsPanel, shown);
    this.panels.add('item', 5, async (actor, itemId) => draw(await this.onItems.forItem(actor, itemId)), {
      rows: ON_ITEM,
      empty: async (actor, itemId) => draw(await this.onItems.forBareItem(actor, itemId)),
    });
  }
}
