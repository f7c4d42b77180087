import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Access } from '../../platform/http/access.js';
import { type Actor, CurrentActor } from '../../platform/http/actor.js';
import { changed } from '../../platform/http/conflict.js';
import { PathId } from '../../platform/http/path-id.js';
import { itemResource } from '../../plans/items/item.resource.js';
import { ItemsService } from '../../plans/items/items.service.js';
import { PlansService } from '../../plans/plan/plans.service.js';
import { DryRunQuery } from '../../plan-table/table.dto.js';
import { CellChangeService } from '../cell-change.service.js';
import { BulkInput, CellInput } from '../change.dto.js';
import { FilterInput } from '../saved-filter.dto.js';
import { SavedFiltersService } from '../saved-filters.service.js';
import { SheetChoicesService } from '../sheet-choices.service.js';
import { columnsFor, SheetService } from '../sheet.service.js';
import { SheetQuery } from '../sheet.dto.js';
import { filterResource, sheetRowResource } from './sheet.resource.js';

/** Rows in one answer. */
const PAGE = 200;

@ApiTags('plans')
@ApiBearerAuth()
@Controller('api/v1/plans/:id/sheet')
export class SheetApi {
  constructor(
    private readonly plans: PlansService,
    private readonly items: ItemsService,
    private readonly sheet: SheetService,
    private readonly choices: SheetChoicesService,
    private readonly changes: CellChangeService,
    private readonly filters: SavedFiltersService,
  ) {}

  /** The rows that the filter leaves, in the plan's order or the one asked for, with what is reported on each. */
  @Get()
  @Access('anyone')
  async list(@CurrentActor() actor: Actor, @PathId() id: string, @Query() query: SheetQuery) {
    const plan = await this.plans.find(actor, id);
    const lines = await this.sheet.lines(actor, plan, query);
    const columns = columnsFor(actor, plan, query.columns);
    const until = query.from + PAGE;
    return {
      columns,
      total: lines.length,
      items: lines.slice(query.from, until).map((line) => sheetRowResource(line, columns)),
      nextFrom: until < lines.length ? until : null,
    };
  }

  /** One cell, as text in the form it is typed in; answers the item. */
  @Patch('cells')
  @Access('plans.edit')
  async change(@CurrentActor() actor: Actor, @PathId() id: string, @Body() input: CellInput) {
    const show = async () => itemResource(await this.items.find(actor, input.item));
    return changed(this.changes.change(actor, id, input), show);
  }

  /** Changes several items, all or none; the id takes it back. `dryRun` only says how many would change. */
  @Post('bulk')
  @Access('plans.edit')
  @HttpCode(200)
  async changeAll(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Query() { dryRun }: DryRunQuery,
    @Body() input: BulkInput,
  ) {
    if (!dryRun) return { dryRun, ...(await this.changes.changeAll(actor, id, input)) };
    const { changed: count, same } = await this.changes.preview(actor, id, input);
    return { dryRun, changed: count, same };
  }

  /** Takes a change of several items back, as long as none of them was changed since. */
  @Post('bulk/:change/undo')
  @Access('plans.edit')
  @HttpCode(204)
  async undo(@CurrentActor() actor: Actor, @PathId() id: string, @Param('change') change: string) {
    await this.changes.undo(actor, id, change);
  }

  /** One's own saved filters, and those of the secretariat one belongs to; each is a query of the sheet. */
  @Get('filters')
  @Access('mechanism.read')
  async saved(@CurrentActor() actor: Actor, @PathId() id: string) {
    const { filters } = await this.choices.of(actor, await this.plans.find(actor, id));
    return { items: filters.map(filterResource) };
  }

  /** Keeps a filter; one of the same name is replaced. */
  @Post('filters')
  @Access('mechanism.read')
  async save(@CurrentActor() actor: Actor, @PathId() id: string, @Body() input: FilterInput) {
    const { mechanismId } = await this.plans.find(actor, id);
    return filterResource(await this.filters.save(actor, mechanismId, input));
  }

  @Delete('filters/:filter')
  @Access('mechanism.read')
  @HttpCode(204)
  async remove(@CurrentActor() actor: Actor, @PathId() id: string, @Param('filter') filter: string) {
    await this.plans.find(actor, id);
    await this.filters.remove(actor, filter);
  }
}
