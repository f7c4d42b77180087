import { setImmediate } from 'node:timers/promises';
import { depthsOf } from '../export/export-table.js';
import { ItemBuilder } from '../read/item-build.js';
import { matchDrafts } from './matching.js';
import type { Outcome, Preview } from './outcome.js';
import { outcomeOf, type PreviewInput, type Row, rowOf } from './preview-row.js';
import { limitDepth } from './draft-tree.js';
import { placeRows } from './row-parents.js';
import { whyBlocked, workOf } from './import-work.js';

/** Rows after which others get their turn. */
const ROWS_IN_A_ROW = 200;

/** Works out what an import would do to a plan. Reads and writes nothing, and lets others work in between. */
export async function previewOf(input: PreviewInput): Promise<Preview> {
  const { drafts, leftOut } = input.draft;
  const depths = input.draft.cellsOnly ? depthsIn(input) : limitDepth(drafts);
  const matches = matchDrafts(drafts, input.items);
  const uses = new Set(drafts.flatMap(({ cells }) => [...cells.keys()]).concat(input.draft.uses));
  const builder = new ItemBuilder(uses, input.context);
  const rows: Row[] = [];
  for (const [index, draft] of drafts.entries()) {
    if (index % ROWS_IN_A_ROW === 0) await setImmediate();
    rows.push(rowOf(draft, matches.get(index) ?? null, builder, depths[index]!, input));
  }
  placeRows(rows, input);
  const known = new Set([...matches.values()].map(({ id }) => id));
  const missing = input.draft.cellsOnly ? [] : input.items.filter(({ id }) => !known.has(id));
  const work = workOf(rows, input);
  for (const row of rows) row.outcome.moved = row.item !== null && work.moved.has(row.id);
  const outcomes: Outcome[] = [
    ...rows.map(({ outcome }) => outcome),
    ...leftOut.map(({ row, reason, text }) => outcomeOf({ row, title: text }, 'left-out', reason)),
  ].sort((a, b) => a.row - b.row);
  const count = (kind: Outcome['kind']) => outcomes.filter((one) => one.kind === kind).length;
  return {
    outcomes,
    missing,
    planDifferences: input.planDifferences,
    counts: {
      added: count('new'),
      changed: count('changed'),
      moved: work.moved.size,
      removed: input.removed.size,
      same: count('same'),
      leftOut: count('left-out'),
      problems: count('problem'),
      notices: outcomes.filter(({ notices }) => notices.length > 0).length,
    },
    blocked: whyBlocked(work, input),
    work,
  };
}

/** Where drafts say nothing of their place, by the items that they are. */
function depthsIn({ draft, items }: PreviewInput): number[] {
  const depths = depthsOf(items);
  return draft.drafts.map(({ id }) => depths.get(id ?? '') ?? 1);
}
