import { Body, Controller, Param, Post } from '@nestjs/common';
import { Access } from '../platform/http/access.js';
import { type Actor, CurrentActor } from '../platform/http/actor.js';
import { PathId } from '../platform/http/path-id.js';
import { readInput } from '../platform/http/read-input.js';
import { Takes } from '../platform/http/requests/body-limit.js';
import { redirect } from '../platform/web/page.js';
import { PlansService } from '../plans/plan/plans.service.js';
import { FilterInput } from './saved-filter.dto.js';
import { SavedFiltersService } from './saved-filters.service.js';

/** Filters of the sheet under a name. */
@Controller('plans/:id/filters')
export class FiltersPages {
  constructor(
    private readonly plans: PlansService,
    private readonly filters: SavedFiltersService,
  ) {}

  @Post()
  @Access('mechanism.read')
  @Takes(FilterInput)
  async save(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    const { mechanismId } = await this.plans.find(actor, id);
    const { query } = await this.filters.save(actor, mechanismId, readInput(FilterInput, body));
    return redirect(`/plans/${id}?${query}`, 'notice.filterSaved');
  }

  @Post(':filter/removal')
  @Access('mechanism.read')
  async remove(@CurrentActor() actor: Actor, @PathId() id: string, @Param('filter') filter: string) {
    await this.filters.remove(actor, filter);
    return redirect(`/plans/${id}`, 'notice.filterDeleted');
  }
}
