import { Body, Controller, Get, Header, Param, Post, Query } from '@nestjs/common';
import { can } from '../accounts/roles.js';
import { MechanismsService } from '../mechanisms/mechanism/mechanisms.service.js';
import { Access, orSignIn } from '../platform/http/access.js';
import { type Actor, CurrentActor } from '../platform/http/actor.js';
import { PathId } from '../platform/http/path-id.js';
import { readInput } from '../platform/http/read-input.js';
import { fragment, page, redirect } from '../platform/web/page.js';
import { Panels } from '../platform/web/panels.js';
import { Asks, OffersUndo } from '../platform/web/presses/asks.js';
import { emptyForm, type FormState, submitForm } from '../platform/web/submit-form.js';
import { Takes } from '../platform/http/requests/body-limit.js';
import { InvalidError } from '../platform/errors.js';
import { unflatten } from '../platform/http/unflatten.js';
import type { Plan } from '../plans/plan/plan.entity.js';
import { isEnded, mayChange } from '../plans/plan/plan-text.js';
import { PlanOverviewService } from '../plans/plan/plan-overview.service.js';
import { PlansService } from '../plans/plan/plans.service.js';
import { BranchQuery } from '../plans/tree/plan-tree.dto.js';
import { CellChangeService } from './cell-change.service.js';
import { BackInput, BulkInput, CHANGED_IN_PLACE } from './change.dto.js';
import { SheetChoicesService } from './sheet-choices.service.js';
import { sheetAddress } from './sheet-address.js';
import { columnsFor, SheetService } from './sheet.service.js';
import { SheetQuery } from './sheet.dto.js';
import type { SheetContext } from './sheet-view.js';
import { changeWords } from './change-words.js';
import { SheetPage } from './views/sheet-page.js';
import { Rows } from './views/sheet-table.js';
import { SCRIPT } from './tracking-script.js';

/** A plan's page: the sheet by which it is tracked. */
@Controller()
export class SheetPages {
  constructor(
    private readonly plans: PlansService,
    private readonly sheet: SheetService,
    private readonly mechanisms: MechanismsService,
    private readonly overview: PlanOverviewService,
    private readonly panels: Panels,
    private readonly choices: SheetChoicesService,
    private readonly changes: CellChangeService,
  ) {}

  @Get('plans/:id')
  @Access('anyone')
  async show(@CurrentActor() actor: Actor, @PathId() id: string, @Query() query: SheetQuery) {
    const plan = await orSignIn(actor, this.plans.find(actor, id));
    return page(await this.page(actor, plan, query, emptyForm()));
  }

  /** A piece of the tree: an item with those below it, or the siblings that come after those shown. */
  @Get('plans/:id/branch')
  @Access('anyone')
  async branch(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Query() branch: BranchQuery,
    @Query() query: SheetQuery,
  ) {
    const plan = await this.plans.find(actor, id);
    const rows = await this.sheet.branch(actor, plan, branch);
    return fragment(<Rows rows={rows} context={contextOf(actor, plan, query)} />);
  }

  /** Changes several items, once it was said what would change. */
  @Post('plans/:id/bulk')
  @Access('plans.edit')
  @Takes(BulkInput)
  @Asks<SheetPages>('sheet.bulk', (pages, { actor, params: { id }, body }) => pages.asked(actor, id!, body))
  @OffersUndo()
  async bulk(@CurrentActor() actor: Actor, @PathId() id: string, @Body() body: unknown) {
    const plan = await this.plans.findToEdit(actor, id);
    const query = queryOf(body);
    return submitForm({
      input: BulkInput,
      body,
      act: async (input) => {
        const { id: change } = await this.changes.changeAll(actor, id, input);
        const undo = { action: `/plans/${id}/bulk/${change}/undo`, fields: { back: backOf(body) } };
        return redirect(sheetAddress(id, query), 'notice.itemsChanged', undo);
      },
      show: (state) => this.page(actor, plan, query, state),
    });
  }

  @Post('plans/:id/bulk/:change/undo')
  @Access('plans.edit')
  async undo(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Param('change') change: string,
    @Body() body: unknown,
  ) {
    await this.changes.undo(actor, id, change);
    return redirect(sheetAddress(id, queryOf(body)), 'notice.itemsChangedBack');
  }

  @Get('assets/tracking/:version/sheet.js')
  @Access('anyone')
  @Header('content-type', 'text/javascript; charset=utf-8')
  @Header('cache-control', 'public, max-age=31536000, immutable')
  script() {
    return SCRIPT;
  }

  /** What a change of several items would do; null where the form shows what is wrong with it. */
  private async asked(actor: Actor, id: string, body: Record<string, unknown>) {
    const plan = await this.plans.findToEdit(actor, id);
    try {
      const input = readInput(BulkInput, unflatten(body));
      const { preview, changed, same } = await this.changes.preview(actor, id, input);
      if (changed === 0) return null;
      return {
        name: plan.title,
        back: sheetAddress(id, queryOf(body)),
        consequences: [
          { key: 'sheet.willChange' as const, values: { count: changed } },
          ...changeWords(preview, input, actor.language),
          ...(same > 0 ? [{ key: 'sheet.areSo' as const, values: { count: same } }] : []),
          { key: 'sheet.mayUndo' as const },
        ],
      };
    } catch (error) {
      if (error instanceof InvalidError) return null;
      throw error;
    }
  }

  private async page(actor: Actor, plan: Plan, query: SheetQuery, bulk: FormState) {
    const [mechanism, view, overview, panels, { filters, owners }] = await Promise.all([
      this.mechanisms.find(plan.mechanismId),
      this.sheet.view(actor, plan, query),
      this.overview.summarize(actor, plan),
      this.panels.render('plan', actor, plan.id),
      this.choices.of(actor, plan),
    ]);
    const context = contextOf(actor, plan, query);
    const offered = columnsFor(actor, plan, []);
    return (
      <SheetPage
        {...{ plan, mechanism, view, query, overview, panels, filters, owners, context, offered, bulk }}
      />
    );
  }
}

export function contextOf(actor: Actor, plan: Plan, query: SheetQuery): SheetContext {
  const editable = can(actor, 'plans.edit', plan.mechanismId) && !isEnded(plan);
  const movable = editable && mayChange(plan);
  const columns = query.columns.length > 0 ? `&columns=${query.columns.join(',')}` : '';
  return {
    planId: plan.id,
    columns: columnsFor(actor, plan, query.columns),
    // What an adopted plan says changes by an amendment alone, its statuses any time.
    editable: !editable ? [] : movable ? CHANGED_IN_PLACE : ['status'],
    movable,
    bulk: editable,
    suffix: columns,
  };
}

const backOf = (body: unknown) => readInput(BackInput, body).back ?? '';

/** The part of the sheet that a form was on. */
function queryOf(body: unknown): SheetQuery {
  return readInput(SheetQuery, Object.fromEntries(new URLSearchParams(backOf(body))));
}
