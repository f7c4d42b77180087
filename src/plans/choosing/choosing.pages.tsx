import { Controller, Get } from '@nestjs/common';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { PathId } from '../../platform/http/path-id.js';
import { ChooseRows } from '../../platform/web/choosing/choose-rows.js';
import { fragment } from '../../platform/web/page.js';
import { PlansService } from '../plan/plans.service.js';
import { ChoosableItemsService } from './choosable-items.service.js';
import { actionRows } from './choosable-actions.js';

/** Lists that a form loads when somebody opens them to choose. */
@Controller()
export class ChoosingPages {
  constructor(
    private readonly plans: PlansService,
    private readonly items: ChoosableItemsService,
  ) {}

  @Get('plans/:id/choice')
  @Access('anyone')
  async itemsOf(@CurrentActor() actor: Actor, @PathId() id: string) {
    const plan = await this.plans.find(actor, id);
    return fragment(<ChooseRows name="items" rows={await this.items.rowsOf(plan.id)} />);
  }

  /** Objectives of the Compact with their lettered actions. */
  @Get('framework/choice')
  @Access('anyone')
  actionsOfCompact(@CurrentActor() actor: Actor) {
    return fragment(<ChooseRows name="objectives" rows={actionRows(actor.language)} />);
  }
}
