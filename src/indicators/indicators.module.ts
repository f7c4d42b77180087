import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { h } from 'preact';
import { Panels } from '../platform/web/panels.js';
import { Dependents } from '../plans/items/dependents.js';
import { IndicatorExchange } from './indicator-exchange.js';
import { IndicatorSearch } from './indicator-search.js';
import { IndicatorsApi } from './indicators.api.js';
import { IndicatorsPages } from './indicators.pages.js';
import { IndicatorsService } from './indicators.service.js';
import { ItemIndicators } from './item-indicators.js';
import { ReadingsPages } from './readings.pages.js';
import { ReadingsService } from './readings.service.js';
import { IndicatorsPanel } from './views/panel.js';

@Global()
@Module({
  controllers: [IndicatorsApi, IndicatorsPages, ReadingsPages],
  providers: [IndicatorsService, ReadingsService, ItemIndicators, IndicatorSearch, IndicatorExchange],
  exports: [IndicatorsService, ReadingsService],
})
export class IndicatorsModule implements OnModuleInit {
  constructor(
    private readonly panels: Panels,
    private readonly dependents: Dependents,
    private readonly indicators: IndicatorsService,
    private readonly onItems: ItemIndicators,
  ) {}

  onModuleInit(): void {
    this.dependents.add('item.removeIndicators', (actor, itemIds) => this.indicators.countOn(actor, itemIds));
    this.panels.add('item', 5, async (actor, itemId) => {
      const shown = await this.onItems.of(actor, itemId);
      return shown && h(IndicatorsPanel, shown);
    });
  }
}
