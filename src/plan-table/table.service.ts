import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { MechanismsService } from '../mechanisms/mechanism/mechanisms.service.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { cellsOfText } from '../platform/spreadsheets/blocks.js';
import { ConflictError, InvalidError, NotFoundError } from '../platform/errors.js';
import type { Actor } from '../platform/http/actor.js';
import { WITH_MAPPING } from '../plans/items/item-mapping.js';
import { ItemsService } from '../plans/items/items.service.js';
import { branchOf, PlanOutlineService } from '../plans/tree/plan-outline.service.js';
import { type Plan, PlanItem } from '../plans/plan/plan.entity.js';
import { PlansService } from '../plans/plan/plans.service.js';
import { layBlock } from './block.js';
import { previewRow, type RowEdit } from './edit-row.js';
import {
  columnNamed,
  contextOf,
  languagesOf,
  DEFAULT_PARSE_OPTIONS,
  type ParseOptions,
  tableColumns,
} from './table-columns.js';
import type { TablePage, TablePreview } from './table-view.js';
import { type BlockInput, type ChangesInput, MOST_ROWS, type TableQuery } from './table.dto.js';

/** Rows on one page. */
const PAGE = 100;

/** A plan as a table that is typed into: pages of rows, what changes would do, and doing them all at once. */
@Injectable()
export class TableService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly plans: PlansService,
    private readonly items: ItemsService,
    private readonly outline: PlanOutlineService,
    private readonly mechanisms: MechanismsService,
  ) {}

  /** A page of rows in the order of the plan, or of the branch `under` an item. Throws NotFoundError, ForbiddenError. */
  async page(actor: Actor, planId: string, { under, after }: TableQuery): Promise<TablePage> {
    const plan = await this.plans.findToEdit(actor, planId);
    const outline = await this.outline.rowsOf(planId);
    const branch = branchOf(outline, under);
    const rest = branch.slice(branch.findIndex(({ id }) => id === after) + 1);
    const shown = rest.slice(0, PAGE);
    const items = await this.load(shown.map(({ id }) => id));
    const number = new Map(outline.map(({ id }, index) => [id, index + 1]));
    const root = branch.length < outline.length ? await this.items.find(actor, branch[0]!.id) : null;
    return {
      plan,
      under: root,
      ...(await this.reading(actor, plan, [...items.values()], DEFAULT_PARSE_OPTIONS)),
      rows: shown.flatMap(({ id, depth }) => {
        const item = items.get(id);
        return item ? [{ item, depth, number: number.get(id)! }] : [];
      }),
      next: rest.length > PAGE ? shown.at(-1)!.id : null,
    };
  }

  /**
   * What the changes would do, row by row and cell by cell; nothing is changed. Throws NotFoundError when an item is
   * none of the plan's, ConflictError when the plan has ended, InvalidError for a column that the table has not.
   */
  async preview(actor: Actor, planId: string, input: ChangesInput): Promise<TablePreview> {
    const plan = await this.plans.findToEdit(actor, planId);
    const { changes: edits, ...reading } = input;
    const items = await this.load(edits.map(({ id }) => id));
    const found = edits.map(({ id }) => {
      const item = items.get(id);
      if (item?.planId !== planId) throw new NotFoundError('item');
      return item;
    });
    const keys = new Set(edits.flatMap(({ cells }) => Object.keys(cells)));
    const { context } = await this.reading(actor, plan, found, reading);
    const known = { plan, context, columns: new Map([...keys].map((key) => [key, columnNamed(key)])) };
    const rows = edits.map((edit, index) => previewRow(found[index]!, edit, known));
    const ready =
      rows.every(({ outcome }) => outcome === 'changed' || outcome === 'same') &&
      rows.some(({ outcome }) => outcome === 'changed');
    return { plan, rows, reading, edits, ready };
  }

  /**
   * Does all of it in one transaction, or nothing: `ready` says which. What the preview showed may have been overtaken,
   * so it is made again with what stands now.
   */
  async apply(actor: Actor, planId: string, input: ChangesInput): Promise<TablePreview> {
    try {
      return await this.unitOfWork.run(async () => {
        const preview = await this.preview(actor, planId, input);
        if (!preview.ready) return preview;
        for (const { item, input: next } of preview.rows)
          if (next) await this.items.update(actor, item.id, { ...next, version: item.version });
        return preview;
      });
    } catch (error) {
      if (!(error instanceof ConflictError) || error.reason !== 'error.stale') throw error;
      return { ...(await this.preview(actor, planId, input)), ready: false };
    }
  }

  /** A pasted block as changes to the rows from one on, in the order of the plan. Throws InvalidError. */
  async changesOf(
    actor: Actor,
    planId: string,
    { block, row, column, columns }: Omit<BlockInput, keyof ParseOptions>,
  ): Promise<RowEdit[]> {
    await this.plans.findToEdit(actor, planId);
    const outline = await this.outline.rowsOf(planId);
    const cells = cellsOfText(block);
    if (cells.length > MOST_ROWS) throw InvalidError.field('block', 'table.problem.tooMany');
    const start = outline.findIndex(({ id }) => id === row);
    if (start < 0) throw InvalidError.field('row', 'error.choice');
    const items = await this.load(outline.slice(start, start + cells.length).map(({ id }) => id));
    const first = columns.indexOf(column);
    if (first < 0) throw InvalidError.field('column', 'error.choice');
    return layBlock(cells, [...items.values()], columns.slice(first).map(columnNamed));
  }

  private async reading(actor: Actor, plan: Plan, items: PlanItem[], reading: ParseOptions) {
    const mechanism = await this.mechanisms.find(plan.mechanismId);
    const languages = languagesOf(mechanism.languages, items);
    return { columns: tableColumns(languages), context: contextOf(actor.language, languages, reading) };
  }

  /** In the order asked for. */
  private async load(ids: string[]): Promise<Map<string, PlanItem>> {
    const found = await this.unitOfWork.read.find(PlanItem, {
      where: { id: In(ids) },
      relations: WITH_MAPPING,
      relationLoadStrategy: 'query',
    });
    const byId = new Map(found.map((item) => [item.id, item]));
    return new Map(ids.flatMap((id) => (byId.has(id) ? [[id, byId.get(id)!] as const] : [])));
  }
}
