import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ItemObjective, PlanItem } from '../plan/plan.entity.js';

/** What is needed to find one's way in a plan, without any of its text. */
export interface OutlineRow {
  id: string;
  parentId: string | null;
  depth: number;
  /** To an objective or one of its actions. */
  mapped: boolean;
  /** Items stand below it: it is a heading, of which no mapping is missing. */
  heads: boolean;
  institutional: boolean;
  crossCutting: boolean;
}

/** All items of a plan in the order of its tree, as light rows: thousands of them are read in a few milliseconds. */
@Injectable()
export class PlanOutlineService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  rowsOf(planId: string): Promise<OutlineRow[]> {
    return this.unitOfWork.remember(`outline of plan:${planId}`, () => this.load(planId));
  }

  private async load(planId: string): Promise<OutlineRow[]> {
    const mapped = this.unitOfWork.read
      .createQueryBuilder(ItemObjective, 'mapping')
      .select('1')
      .where('mapping.itemId = item.id');
    const rows = await this.unitOfWork.read
      .createQueryBuilder(PlanItem, 'item')
      .select('item.id', 'id')
      .addSelect('item.parentId', 'parentId')
      .addSelect('item.institutional', 'institutional')
      .addSelect('item.crossCutting', 'crossCutting')
      .addSelect(`CASE WHEN EXISTS (${mapped.getQuery()}) THEN 1 ELSE 0 END`, 'mapped')
      .where('item.planId = :planId', { planId })
      .orderBy('item.position', 'ASC')
      .addOrderBy('item.id', 'ASC')
      .getRawMany<
        Pick<OutlineRow, 'id' | 'parentId'> & Record<'institutional' | 'crossCutting' | 'mapped', unknown>
      >();
    return inOrder(
      rows.map(({ id, parentId, institutional, crossCutting, mapped: some }) => ({
        id,
        parentId,
        depth: 0,
        mapped: Number(some) === 1,
        heads: false,
        // SQLite answers 0 and 1, PostgreSQL a boolean.
        institutional: Boolean(institutional),
        crossCutting: Boolean(crossCutting),
      })),
    );
  }
}

/** Parents before children, siblings as they come; depth counted from 0. */
function inOrder(rows: OutlineRow[]): OutlineRow[] {
  const byParent = new Map<string | null, OutlineRow[]>();
  for (const row of rows) {
    const siblings = byParent.get(row.parentId);
    if (siblings) siblings.push(row);
    else byParent.set(row.parentId, [row]);
  }
  const ordered: OutlineRow[] = [];
  const visit = (parentId: string | null, depth: number) => {
    for (const row of byParent.get(parentId) ?? []) {
      ordered.push({ ...row, depth, heads: byParent.has(row.id) });
      visit(row.id, depth + 1);
    }
  };
  visit(null, 0);
  return ordered;
}

/** An item with all that stands below it; everything when it is null or gone. */
export function branchOf(outline: OutlineRow[], under: string | null): OutlineRow[] {
  const start = outline.findIndex(({ id }) => id === under);
  if (start < 0) return outline;
  const { depth } = outline[start]!;
  const end = outline.findIndex((row, index) => index > start && row.depth <= depth);
  return outline.slice(start, end < 0 ? undefined : end);
}
