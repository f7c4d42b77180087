import { Injectable, type OnModuleInit } from '@nestjs/common';
import { h } from 'preact';
import { can } from '../../accounts/roles.js';
import type { Actor } from '../../platform/http/actor.js';
import { PLAN_IN_FORCE } from '../../plans/plan/plan.workflow.js';
import { Panels } from '../../platform/web/panels.js';
import { DependentCounters } from '../../plans/items/dependent-counters.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { itemInPlan } from '../../plans/items/item-in-plan.js';
import { chairs, itemTalkAddress } from '../asked/item-conversation.js';
import { EntryQueryService } from '../access/entry-query.service.js';
import { EntriesPanel } from './views/entries.js';

/** What has been reported, on the pages of items. */
@Injectable()
export class EntryPanels implements OnModuleInit {
  constructor(
    private readonly panels: Panels,
    private readonly dependents: DependentCounters,
    private readonly entries: EntryQueryService,
    private readonly unitOfWork: UnitOfWork,
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
        tellAt: await this.tellAt(actor, item),
      });
    });
  }

  /** Where a chair tells its secretariat how the item stands. */
  private async tellAt(actor: Actor, id: string): Promise<string | undefined> {
    const plan = (await itemInPlan(this.unitOfWork, id))?.plan;
    if (!plan || !chairs(actor, plan.mechanismId) || plan.state !== PLAN_IN_FORCE) return undefined;
    return itemTalkAddress(plan.mechanismId, id);
  }
}
