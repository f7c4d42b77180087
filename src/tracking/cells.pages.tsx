import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { MechanismsService } from '../mechanisms/mechanism/mechanisms.service.js';
import { cellLanguage, columnOf } from '../exchange/cells/cells.js';
import { Access } from '../platform/http/access.js';
import { type Actor, CurrentActor } from '../platform/http/actor.js';
import { ConflictError, InvalidError, NotFoundError } from '../platform/errors.js';
import { PathId } from '../platform/http/path-id.js';
import { readInput } from '../platform/http/read-input.js';
import { Takes } from '../platform/http/requests/body-limit.js';
import { emptyForm, type FormState } from '../platform/web/submit-form.js';
import { fragment } from '../platform/web/page.js';
import { inputOf } from '../plans/items/item-record.js';
import { ItemsService } from '../plans/items/items.service.js';
import { PlansService } from '../plans/plan/plans.service.js';
import { contextOf as readingOf, DEFAULT_PARSE_OPTIONS } from '../plan-table/table-columns.js';
import { CellChangeService } from './cell-change.service.js';
import { CellInput, CellQuery } from './change.dto.js';
import { SheetQuery } from './sheet.dto.js';
import { SheetService } from './sheet.service.js';
import { contextOf } from './sheet.pages.js';
import { CellForm } from './views/cell-form.js';
import { OpenedRow } from './views/opened-row.js';
import { EditCell, Fact } from './views/sheet-cell.js';

/** Pieces of a plan's sheet: a cell that is changed in its place, the reports on an item. */
@Controller('plans/:id')
export class CellsPages {
  constructor(
    private readonly plans: PlansService,
    private readonly items: ItemsService,
    private readonly sheet: SheetService,
    private readonly mechanisms: MechanismsService,
    private readonly changes: CellChangeService,
  ) {}

  /** The reports on an item that the reader may see. */
  @Get('reports')
  @Access('anyone')
  async reports(@CurrentActor() actor: Actor, @PathId() id: string, @Query() query: SheetQuery) {
    const plan = await this.plans.find(actor, id);
    const itemId = query.open ?? '';
    const entries = await this.sheet.opened(actor, plan, itemId);
    const { columns, movable } = contextOf(actor, plan, query);
    return fragment(
      <OpenedRow itemId={itemId} entries={entries} width={columns.length + 1 + (movable ? 1 : 0)} />,
    );
  }

  /** A cell as a form; with `shown`, as it stands. */
  @Get('cells')
  @Access('plans.edit')
  async form(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Query() query: CellQuery,
    @Query('shown') shown?: string,
  ) {
    await this.plans.findToEdit(actor, id);
    return shown ? this.shown(actor, id, query) : this.asForm(actor, id, query, emptyForm());
  }

  @Post('cells')
  @Access('plans.edit')
  @Takes(CellInput)
  async change(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    const input = readInput(CellInput, body);
    try {
      await this.changes.change(actor, id, input);
    } catch (error) {
      const values = { value: input.value };
      if (error instanceof InvalidError) {
        return this.asForm(actor, id, input, { values, errors: error.fields }, error.status);
      }
      if (error instanceof ConflictError) {
        const errors = { value: { key: error.reason } };
        return this.asForm(actor, id, input, { values, errors }, error.status);
      }
      throw error;
    }
    return this.shown(actor, id, input);
  }

  private async asForm(actor: Actor, planId: string, query: CellQuery, state: FormState, status?: number) {
    const { item, plan } = await this.itemOf(actor, planId, query);
    const { languages } = await this.mechanisms.find(plan.mechanismId);
    const context = readingOf(actor.language, languages, DEFAULT_PARSE_OPTIONS);
    const value = columnOf(query.column)!.format(inputOf(item), {
      ...context,
      spelled: true,
      language: cellLanguage(actor.language),
    });
    const filled = { ...state, values: { value, ...state.values } };
    return fragment(<CellForm {...{ item, column: query.column, state: filled }} />, status);
  }

  private async shown(actor: Actor, planId: string, { column, item: itemId }: CellQuery) {
    const { item } = await this.itemOf(actor, planId, { column, item: itemId });
    return fragment(
      <EditCell {...{ column, item, context: { planId } }}>
        <Fact column={column} item={item} />
      </EditCell>,
    );
  }

  private async itemOf(actor: Actor, planId: string, { item: id }: CellQuery) {
    const plan = await this.plans.findToEdit(actor, planId);
    const item = await this.items.find(actor, id);
    if (item.planId !== planId) throw new NotFoundError('item');
    return { item, plan };
  }
}
