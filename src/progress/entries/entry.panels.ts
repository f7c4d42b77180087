import { Injectable, type OnModuleInit } from '@nestjs/common';
import { h } from 'preact';
import { can } from '../../accounts/roles.js';
import { Panels } from '../../platform/web/panels.js';
import { DependentCounters } from '../../plans/items/dependent-counters.js';
import { EntryQueryService } from '../access/entry-query.service.js';
import { EntriesPanel } from './views/entries.js';

/** What has been reported, on the pages of items. */
@Injectable()
export class EntryPanels implements OnModuleInit {
  constructor(
    private readonly panels: Panels,
    private readonly dependents: DependentCounters,
    private readonly entries: EntryQueryService,
  ) {}

  onModuleInit(): void {
    this.dependents.add(
      40,
      'item.removeEntries',
      (actor, itemIds) => this.entries.countOn(actor, itemIds),
      true,
    );
    this.panels.add('item', 10, async (actor, item) => {
      const { items } = await this.entries.listed(actor, { item });
      return h(EntriesPanel, {
        entries: items,
        reportOn: can(actor, 'progress.write', null) ? item : undefined,
      });
    });
  }
}
