import { Injectable } from '@nestjs/common';
import { can } from '../accounts/roles.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { Actor } from '../platform/http/actor.js';
import type { Plan } from '../plans/plan/plan.entity.js';
import { PlanOutlineService } from '../plans/tree/plan-outline.service.js';
import { PlanTreeService } from '../plans/tree/plan-tree.service.js';
import { IN_A_LINE, shownItems } from '../plans/tree/shown-items.js';
import type { Branch, TreeNode, TreeView } from '../plans/tree/tree-view.js';
import { SIBLINGS } from '../plans/plan/tree-page.js';
import { EntryQueryService } from '../progress/access/entry-query.service.js';
import { NO_REPORTS } from '../progress/access/item-reports.js';
import { ItemReportsService } from '../progress/access/item-reports.service.js';
import { isFlat, matches, type SheetLine, sorted } from './sheet-filter.js';
import type { MoreRow, OpenedReport, SheetRow, SheetView } from './sheet-view.js';
import { SHEET_COLUMNS, type SheetColumn, type SheetQuery } from './sheet.dto.js';

/** Rows of a sheet on one page that is no tree. */
const PAGE = 100;
/** Reports under one row; the item's own page has all. */
const REPORTS = 10;

/** A plan as the sheet by which it is tracked: its tree, or what a filter leaves of it, with what is reported on each item. */
@Injectable()
export class SheetService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outline: PlanOutlineService,
    private readonly tree: PlanTreeService,
    private readonly reports: ItemReportsService,
    private readonly entries: EntryQueryService,
  ) {}

  /** The sheet of a plan that was found for the actor. */
  async view(actor: Actor, plan: Plan, query: SheetQuery): Promise<SheetView> {
    const columns = columnsFor(actor, plan, query.columns);
    const open = query.open
      ? { itemId: query.open, entries: await this.opened(actor, plan, query.open) }
      : null;
    if (isFlat(query)) {
      const lines = await this.lines(actor, plan, query);
      const from = query.from < lines.length ? query.from : 0;
      const rows = lines.slice(from, from + PAGE).map((line) => rowOf(line));
      return { rows, columns, flat: true, total: lines.length, from, open };
    }
    const view = await this.tree.view(actor, plan.id, query);
    const rows = await this.withReports(actor, plan, flattened(view));
    return { rows, columns, flat: false, total: view.branch.total, from: 0, open };
  }

  /** Every line that the query leaves, in its order. */
  async lines(actor: Actor, plan: Plan, query: SheetQuery): Promise<SheetLine[]> {
    const ids = (await this.outline.rowsOf(plan.id)).map(({ id }) => id);
    const items = await shownItems(this.unitOfWork, ids, IN_A_LINE);
    const reports = await this.reports.of(actor, plan);
    const lines = items.map((item) => ({ item, reports: reports.get(item.id) ?? NO_REPORTS }));
    return sorted(
      lines.filter((line) => matches(line, query)),
      query,
      actor.language,
    );
  }

  /** A branch, opened in its place: an item with those below it, or closed; or the siblings from a place on. */
  async branch(
    actor: Actor,
    plan: Plan,
    { under, from, closed }: { under: string | null; from: number | null; closed: boolean },
  ): Promise<(SheetRow | MoreRow)[]> {
    const depths = new Map((await this.outline.rowsOf(plan.id)).map(({ id, depth }) => [id, depth]));
    const depth = under === null ? 0 : (depths.get(under) ?? 0);
    if (under && from === null) {
      const node = await this.tree.node(actor, plan.id, under, !closed);
      const [row] = nodeRows({ ...node, branch: null }, depth);
      const own: SheetRow = { ...(row as SheetRow), opened: node.below > 0 ? !closed : null };
      const below = node.branch ? branchRows(node.branch, under, depth + 1) : [];
      return this.withReports(actor, plan, [own, ...below]);
    }
    const branch = await this.tree.siblingsFrom(actor, plan.id, under, from ?? 0);
    const rows = branchRows(branch, under, under === null ? 0 : depth + 1);
    return this.withReports(
      actor,
      plan,
      rows.filter((row) => row.kind === 'item' || row.way === 'after'),
    );
  }

  /** The reports on an item that the actor sees. */
  async opened(actor: Actor, plan: Plan, itemId: string): Promise<OpenedReport[]> {
    const { items } = await this.entries.listed(
      actor,
      { item: itemId, mechanism: plan.mechanismId },
      REPORTS,
    );
    const seen = await this.entries.among(
      actor,
      items.map(({ id }) => id),
      plan.mechanismId,
    );
    const words = new Map(seen.map(({ id, content }) => [id, content]));
    return items.map((entry) => {
      const { narrative = null, language = null, status = null } = words.get(entry.id) ?? {};
      return { ...entry, text: narrative, language, status };
    });
  }

  private async withReports<Row extends SheetRow | MoreRow>(
    actor: Actor,
    plan: Plan,
    rows: readonly Row[],
  ): Promise<Row[]> {
    const ids = rows.flatMap((row) => (row.kind === 'item' ? [row.item.id] : []));
    const reports = await this.reports.of(actor, plan, ids);
    return rows.map((row) =>
      row.kind === 'item' ? { ...row, reports: reports.get(row.item.id) ?? NO_REPORTS } : row,
    );
  }
}

/** Those that were chosen, or all; what waits is for who accepts. */
export function columnsFor(
  actor: Actor,
  { mechanismId }: Pick<Plan, 'mechanismId'>,
  chosen: readonly SheetColumn[],
): SheetColumn[] {
  const accepts = can(actor, 'progress.accept', mechanismId);
  const offered = SHEET_COLUMNS.filter((column) => column !== 'waiting' || accepts);
  return chosen.length > 0 ? offered.filter((column) => chosen.includes(column)) : offered;
}

const rowOf = ({ item, reports }: SheetLine): SheetRow => ({
  ...{ kind: 'item', item, reports, depth: 0, below: 0, opened: null, path: false },
});

function flattened({ path, branch }: TreeView): (SheetRow | MoreRow)[] {
  const above = path.map((item, depth) => ({ ...rowOf({ item, reports: NO_REPORTS }), depth, path: true }));
  return [...above, ...branchRows(branch, path.at(-1)?.id ?? null, path.length)];
}

function branchRows(
  { nodes, from, total }: Branch,
  under: string | null,
  depth: number,
): (SheetRow | MoreRow)[] {
  const more = (way: MoreRow['way'], start: number): MoreRow => ({
    ...{ kind: 'more', way, under, from: start, total, depth },
  });
  const after = from + nodes.length;
  return [
    ...(from > 0 ? [more('before', Math.max(0, from - SIBLINGS))] : []),
    ...nodes.flatMap((node) => nodeRows(node, depth)),
    ...(after < total ? [more('after', after)] : []),
  ];
}

function nodeRows({ item, below, branch }: TreeNode, depth: number): (SheetRow | MoreRow)[] {
  const own: SheetRow = {
    ...rowOf({ item, reports: NO_REPORTS }),
    depth,
    below,
    opened: below > 0 && !branch ? false : null,
  };
  return [own, ...(branch ? branchRows(branch, item.id, depth + 1) : [])];
}
