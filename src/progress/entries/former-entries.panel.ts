import { Injectable, type OnModuleInit } from '@nestjs/common';
import { h } from 'preact';
import { Panels } from '../../platform/web/panels.js';
import { ItemLineageService } from '../../plans/items/item-lineage.service.js';
import { EntryQueryService } from '../access/entry-query.service.js';
import { FormerEntriesPanel } from './views/former-entries.js';

/** Keeps in reach, on the page of an item that was carried over, what was reported before; in the reader's sight only. */
@Injectable()
export class FormerEntries implements OnModuleInit {
  constructor(
    private readonly panels: Panels,
    private readonly lineage: ItemLineageService,
    private readonly entries: EntryQueryService,
  ) {}

  onModuleInit(): void {
    this.panels.add('item', 12, async (actor, item) => {
      const former = await this.lineage.formerOf(actor, item);
      const entries = await this.entries.onAny(actor, former, item);
      return entries.length > 0 ? h(FormerEntriesPanel, { entries }) : null;
    });
  }
}
