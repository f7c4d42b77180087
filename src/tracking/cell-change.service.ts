import { typedWords } from '../platform/i18n/typed-list.js';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { objectiveOf } from '../plans/items/item-fields.js';
import { inputOf } from '../plans/items/item-record.js';
import { WITH_MAPPING } from '../plans/items/item-mapping.js';
import { PlanItem } from '../plans/plan/plan.entity.js';
import { PlansService } from '../plans/plan/plans.service.js';
import { DEFAULT_PARSE_OPTIONS } from '../plan-table/table-columns.js';
import { TableService } from '../plan-table/table.service.js';
import type { RowEdit } from '../plan-table/edit-row.js';
import type { TablePreview } from '../plan-table/table-view.js';
import { Clock } from '../platform/clock.js';
import { History } from '../platform/database/history.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { ConflictError, InvalidError, NotFoundError } from '../platform/errors.js';
import type { Actor } from '../platform/http/actor.js';
import { type BulkInput, type CellInput, CLEARED } from './change.dto.js';
import { SheetChange } from './sheet-change.entity.js';

/** What a change of several items would do. */
export interface BulkPreview {
  preview: TablePreview;
  changed: number;
  same: number;
}

/** Changes cells of the sheet, by the one way on which cells of a plan change: `TableService`. */
@Injectable()
export class CellChangeService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly plans: PlansService,
    private readonly table: TableService,
    private readonly history: History,
    private readonly clock: Clock,
  ) {}

  /**
   * One cell, as it is typed in the plan's table. Throws InvalidError on `value`, and ConflictError when the item was
   * changed since.
   */
  async change(actor: Actor, planId: string, { item, version, column, value }: CellInput): Promise<void> {
    const changes = [{ id: item, version, cells: { [column]: value } }];
    const preview = await this.table.apply(actor, planId, { changes, ...DEFAULT_PARSE_OPTIONS });
    const [row] = preview.rows;
    if (row?.outcome === 'stale') throw new ConflictError('error.stale', row.item);
    const problem = row?.cells.find((cell) => cell.problem)?.problem;
    if (problem) throw new InvalidError({ value: problem });
  }

  /** What `changeAll` would do. Throws InvalidError by field, NotFoundError for an item of another plan. */
  async preview(actor: Actor, planId: string, input: BulkInput): Promise<BulkPreview> {
    const changes = await this.edits(actor, planId, input);
    const preview = await this.table.preview(actor, planId, { changes, ...DEFAULT_PARSE_OPTIONS });
    admit(preview);
    const of = (outcome: string) => preview.rows.filter((row) => row.outcome === outcome).length;
    return { preview, changed: of('changed'), same: of('same') };
  }

  /** Changes all of them, or none; answers what takes it back. Throws as `preview` does. */
  async changeAll(actor: Actor, planId: string, input: BulkInput): Promise<{ id: string; changed: number }> {
    return this.unitOfWork.run(async (manager) => {
      const plan = await this.plans.findToEdit(actor, planId);
      const changes = await this.edits(actor, planId, input);
      const preview = await this.table.apply(actor, planId, { changes, ...DEFAULT_PARSE_OPTIONS });
      admit(preview);
      const changed = preview.rows.filter(({ outcome }) => outcome === 'changed');
      if (changed.length === 0) throw InvalidError.field('status', 'sheet.error.same');
      const before = changed.map(({ item, cells }) => ({
        id: item.id,
        version: item.version + 1,
        cells: Object.fromEntries(cells.map((cell) => [cell.column.key, cell.before])),
      }));
      const id = uuid();
      await manager.insert(SheetChange, {
        ...{ id, planId, accountId: actor.accountId, before, changedAt: this.clock.now() },
      });
      await this.history.record(actor, {
        action: 'plan.changeItems',
        subjectKind: 'plan',
        subjectId: planId,
        scope: plan.mechanismId,
        after: { items: changed.length },
      });
      return { id, changed: changed.length };
    });
  }

  /**
   * Takes a change of several items back, as one act: all are as they were before it. Throws ConflictError when any of
   * them was changed since, NotFoundError when it was taken back already.
   */
  async undo(actor: Actor, planId: string, id: string): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const plan = await this.plans.findToEdit(actor, planId);
      const change = await manager.findOneBy(SheetChange, { id, planId, accountId: actor.accountId ?? '' });
      if (!change) throw new NotFoundError('change');
      const changes = change.before;
      const preview = await this.table.apply(actor, planId, { changes, ...DEFAULT_PARSE_OPTIONS });
      if (!preview.ready) throw new ConflictError('sheet.error.changedSince');
      await manager.delete(SheetChange, { id });
      await this.history.record(actor, {
        action: 'plan.changeItemsBack',
        subjectKind: 'plan',
        subjectId: planId,
        scope: plan.mechanismId,
        after: { items: changes.length },
      });
    });
  }

  private async edits(actor: Actor, planId: string, input: BulkInput): Promise<RowEdit[]> {
    await this.plans.findToEdit(actor, planId);
    const { items: ids } = input;
    if (ids.length === 0) throw InvalidError.field('items', 'sheet.error.none');
    const items = await this.unitOfWork.read.find(PlanItem, {
      where: { id: In([...new Set(ids)]), planId },
      relations: WITH_MAPPING,
      relationLoadStrategy: 'query',
    });
    if (items.length < new Set(ids).size) throw new NotFoundError('item');
    const added = objectivesIn(input.objectives);
    const typed = { status: input.status, owners: input.owners, when: input.when };
    const cells = Object.entries(typed).flatMap(([key, value]) =>
      value === null ? [] : [[key, value === CLEARED ? '' : value] as const],
    );
    if (cells.length === 0 && added.length === 0) throw InvalidError.field('status', 'sheet.error.what');
    return items.map((item) => ({
      id: item.id,
      version: item.version,
      cells: Object.fromEntries([...cells, ...mapped(item, added)]),
    }));
  }
}

/** Throws InvalidError with the first thing that is wrong with each field. */
function admit(preview: TablePreview): void {
  const errors = Object.fromEntries(
    preview.rows
      .flatMap(({ cells }) => cells)
      .flatMap(({ column, problem }) => (problem ? [[column.key, problem] as const] : [])),
  );
  if (Object.keys(errors).length > 0) throw new InvalidError(errors);
  if (preview.rows.some(({ outcome }) => outcome === 'stale')) throw new ConflictError('error.stale');
}

/** "9, 18(a)" */
function objectivesIn(typed: string | null): string[] {
  if (!typed) return [];
  return typedWords(typed).map((one) => {
    const read = objectiveOf(one);
    if (!('objective' in read)) throw InvalidError.field('objectives', 'error.objective');
    return text(read);
  });
}

const text = ({ objective, letter }: { objective: number; letter: string }) =>
  letter ? `${objective}(${letter})` : String(objective);

/** Those that it has stay. */
function mapped(item: PlanItem, added: readonly string[]): [string, string][] {
  if (added.length === 0) return [];
  return [['objectives', [...new Set([...inputOf(item).objectives.map(text), ...added])].join(', ')]];
}
