import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DayMarks } from '../../platform/web/pictures/day-marks.js';
import { Panels } from '../../platform/web/panels.js';
import { DependentCounters } from '../items/dependent-counters.js';
import { ItemLineageService } from '../items/item-lineage.service.js';
import { ItemsService } from '../items/items.service.js';
import { TimelineService } from '../timeline/timeline.service.js';
import { PrioritiesService } from '../priorities/priorities.service.js';
import { ItemPriorities } from '../priorities/views/priorities.js';
import { Lineage } from '../items/views/lineage.js';

/** What stands on an item's page beside the item itself: whose priority it is, and what it carries on. */
@Injectable()
export class PlanModelPanels implements OnModuleInit {
  constructor(
    private readonly panels: Panels,
    private readonly marks: DayMarks,
    private readonly timelines: TimelineService,
    private readonly items: ItemsService,
    private readonly lineage: ItemLineageService,
    private readonly priorities: PrioritiesService,
    private readonly dependents: DependentCounters,
  ) {}

  onModuleInit(): void {
    this.marks.add(30, { name: 'item', label: 'mark.item', shape: 'open' }, (actor, id, span) =>
      this.timelines.due(actor, id, span),
    );
    this.dependents.add(10, 'priority.onRemoved', (actor, itemIds) =>
      this.priorities.countOn(actor, itemIds),
    );
    this.panels.add(
      'item',
      5,
      async (actor, id) => {
        const { plan } = await this.items.findInPlan(actor, id);
        const priorities = await this.priorities.standing(actor, plan, id);
        return priorities.length > 0 ? <ItemPriorities plan={plan} priorities={priorities} /> : null;
      },
      { rows: 'SELECT 1 FROM "plan_priority" WHERE "itemId" = :subject' },
    );
    this.panels.add('item', 5, async (actor, id) => {
      const item = await this.items.findInPlan(actor, id);
      const former = await this.lineage.former(actor, item);
      const later = await this.lineage.later(actor, item);
      return former.length + later.length > 0 ? <Lineage former={former} later={later} /> : null;
    });
  }
}
