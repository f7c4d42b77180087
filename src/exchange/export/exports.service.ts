import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/http/actor.js';
import { ItemsService } from '../../plans/items/items.service.js';
import { planFileName } from '../../plans/document/plan-file-name.js';
import { PlansService } from '../../plans/plan/plans.service.js';
import { type PartFile, partFile } from '../parts/part-files.js';
import { PlanParts } from '../parts/plan-parts.js';
import { exportFile, type ExportFormat } from './export-files.js';

/** Plans as files. */
@Injectable()
export class ExportsService {
  constructor(
    private readonly plans: PlansService,
    private readonly items: ItemsService,
    private readonly parts: PlanParts,
  ) {}

  /** The plan with all it says, in the actor's language. Throws NotFoundError when it is not theirs to read. */
  async file(actor: Actor, planId: string, format: ExportFormat): Promise<{ name: string; body: Buffer }> {
    const plan = await this.plans.find(actor, planId);
    const items = await this.items.tree(actor, planId);
    const parts: PartFile[] = [];
    for (const part of this.parts.all) {
      const file = partFile(part, await part.list(actor, planId), items, actor.language);
      if (file) parts.push(file);
    }
    return {
      name: `${planFileName(plan)}.${format}`,
      body: await exportFile(format, { plan, items, parts }, actor.language),
    };
  }
}
