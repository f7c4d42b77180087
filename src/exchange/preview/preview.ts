import { setImmediate } from 'node:timers/promises';
import { v7 as uuid } from 'uuid';
import { ConflictError, type FieldMessage, InvalidError } from '../../platform/errors.js';
import { inputOf } from '../../plans/items/item-record.js';
import type { ItemInput } from '../../plans/items/item.dto.js';
import type { Plan, PlanItem } from '../../plans/plan/plan.entity.js';
import { admitChange, admitItemText } from '../../plans/plan/plan-text.js';
import { snapshotOf } from '../../plans/items/snapshot.js';
import { arrange, type TreePosition, reordered } from '../write/arrange.js';
import type { CellContext } from '../cell.js';
import { type Difference, differences } from './differences.js';
import type { Draft, DraftPlan } from '../read/draft.js';
import { fold } from '../words/fold.js';
import { type Built, ItemBuilder } from '../read/item-build.js';
import { MAX_DEPTH } from '../match/layout.js';
import { type CellMessage, isTitle } from '../read/item-rows.js';
import { matchDrafts } from './matching.js';
import type { ItemLookup } from '../parts/plan-parts.js';
import type { Outcome, Preview, Work } from './outcome.js';

export interface PreviewInput {
  /** Null for a new plan. */
  plan: Plan | null;
  /** The plan's items, in the order of its tree. */
  items: readonly PlanItem[];
  draft: DraftPlan;
  context: CellContext;
  skipProblems: boolean;
  planDifferences: Difference[];
  /** Items of other plans that an item may be carried over from. */
  carriable: ReadonlySet<string>;
  /** Items to remove, of those that the file does not have. */
  removed: ReadonlySet<string>;
}

interface Row {
  draft: Draft;
  before: PlanItem | null;
  id: string;
  item: ItemInput | null;
  parentId: string | null;
  carriedFromId: string | null;
  outcome: Outcome;
}

/** Rows after which others get their turn. */
const ROWS_IN_A_ROW = 200;

/** Works out what an import would do to a plan. Reads and writes nothing, and lets others work in between. */
export async function previewOf(input: PreviewInput): Promise<Preview> {
  const { drafts, leftOut } = input.draft;
  const depths = limitDepth(drafts);
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
  const missing = input.items.filter(({ id }) => !known.has(id));
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

function rowOf(
  draft: Draft,
  before: PlanItem | null,
  builder: ItemBuilder,
  level: number,
  input: PreviewInput,
): Row {
  const base = before && inputOf(before);
  const built = builder.build(draft, base);
  const carriedFromId = carriedOf(draft, before, built, input);
  const found = base ? differences(base, built.item, input.context) : [];
  if (before && carriedFromId !== before.carriedFromId)
    found.push({ use: 'carriedFrom', before: before.carriedFromId ?? '', after: carriedFromId ?? '' });
  const problems = [...draft.problems, ...built.problems, ...textProblems(input.plan, base, built.item)];
  const skipped = input.skipProblems
    ? problems.filter((one) => built.skippable.includes(one) || isOfOneCell(one))
    : [];
  const left = problems.filter((one) => !skipped.includes(one));
  const kind = left.length > 0 ? 'problem' : before === null ? 'new' : found.length > 0 ? 'changed' : 'same';
  const news = kind === 'same' ? skipped : [...draft.notices, ...built.notices, ...skipped];
  const { code, title } = {
    code: built.item.code,
    title: draft.title || (before?.title.texts[before.title.original] ?? ''),
  };
  return {
    draft,
    before,
    id: before?.id ?? uuid(),
    item: left.length > 0 ? null : built.item,
    parentId: null,
    carriedFromId,
    outcome: {
      ...outcomeOf({ row: draft.row, title }, kind, null),
      code,
      level,
      differences: kind === 'changed' ? found : [],
      made: kind === 'new' ? built.item : null,
      problems: left,
      notices: news,
    },
  };
}

/** A formula without a value leaves its cell empty, and the rest of the row as it is. */
const isOfOneCell = ({ use, message }: CellMessage) =>
  ['exchange.problem.formula', 'exchange.problem.error'].includes(message.key) &&
  use !== null &&
  !['id', 'code', 'level', 'parent'].includes(use) &&
  !isTitle(use);

function outcomeOf(
  of: { row: number; title: string },
  kind: Outcome['kind'],
  reason: FieldMessage | null,
): Outcome {
  return {
    ...of,
    kind,
    code: '',
    level: 1,
    differences: [],
    made: null,
    moved: false,
    reason,
    problems: [],
    notices: [],
  };
}

/** What an adopted plan does not take without an amendment, at the columns. */
function textProblems(plan: Plan | null, before: ItemInput | null, after: ItemInput): CellMessage[] {
  if (!plan || !before) return [];
  try {
    admitItemText(plan, snapshotOf(before), snapshotOf(after));
  } catch (error) {
    if (!(error instanceof InvalidError)) return [];
    return Object.entries(error.fields).map(([field, message]) => ({
      use: field === 'title' ? `title.${after.title.original}` : field,
      message,
    }));
  }
  return [];
}

function carriedOf(
  draft: Draft,
  before: PlanItem | null,
  built: Built,
  { carriable }: PreviewInput,
): string | null {
  const { carriedFrom } = draft;
  if (carriedFrom === undefined) return before?.carriedFromId ?? null;
  if (carriedFrom === null || carriable.has(carriedFrom) || carriedFrom === before?.carriedFromId)
    return carriedFrom;
  built.notices.push({ use: 'carriedFrom', message: { key: 'exchange.notice.carriedFrom' } });
  return null;
}

/** Ids of the items above. A row whose item above is not taken is not taken either. */
function placeRows(rows: readonly Row[], { items, draft: { drafts } }: PreviewInput): void {
  const byCode = new Map<string, PlanItem | null>();
  for (const item of items)
    if (item.code) byCode.set(fold(item.code), byCode.has(fold(item.code)) ? null : item);
  const fail = (row: Row, problem: CellMessage) => {
    row.item = null;
    row.outcome.kind = 'problem';
    row.outcome.problems.push(problem);
  };
  for (const index of topDownOf(drafts)) {
    const row = rows[index]!;
    const { parent, parentCode } = row.draft;
    if (parent !== null) {
      const above = rows[parent]!;
      if (above.item === null && above.before === null && row.item !== null)
        fail(row, {
          use: null,
          message: { key: 'exchange.problem.above', values: { row: above.draft.row } },
        });
      row.parentId = above.id;
    } else if (parentCode !== null) {
      const above = byCode.get(fold(parentCode));
      if (above) row.parentId = above.id;
      else
        fail(row, {
          use: 'parent',
          message: { key: 'exchange.problem.parent', values: { code: parentCode } },
        });
    }
  }
}

function topDownOf(drafts: readonly Draft[]): number[] {
  const order = drafts.map((_, index) => index);
  const depth = limitDepth(drafts);
  return order.sort((a, b) => depth[a]! - depth[b]! || a - b);
}

function workOf(rows: readonly Row[], { items, removed }: PreviewInput): Work {
  const taken = rows.filter((row) => row.item !== null);
  const before: TreePosition[] = items.filter(({ id }) => !removed.has(id));
  const places = arrange(taken, before);
  const former = new Map(before.map((place) => [place.id, place]));
  const moved = reordered(places, before);
  for (const { id, parentId } of places)
    if (former.has(id) && former.get(id)!.parentId !== parentId) moved.add(id);
  return {
    added: taken.flatMap(({ before: known, id, item, carriedFromId }) =>
      known ? [] : [{ id, item: item!, carriedFromId }],
    ),
    changed: taken.flatMap(({ before: known, item, carriedFromId, outcome }) =>
      known && outcome.kind === 'changed' ? [{ before: known, item: item!, carriedFromId }] : [],
    ),
    places,
    moved,
    itemPlaces: itemLookupOf(taken, items, removed),
  };
}

/** Items by the ids and codes that a file calls them by. */
function itemLookupOf(
  taken: readonly Row[],
  items: readonly PlanItem[],
  removed: ReadonlySet<string>,
): ItemLookup {
  const byFileId = new Map<string, string>();
  const byCode = new Map<string, string | null>();
  const add = (id: string, fileId: string | null, code: string) => {
    if (fileId) byFileId.set(fileId, id);
    if (code) byCode.set(fold(code), byCode.has(fold(code)) && byCode.get(fold(code)) !== id ? null : id);
  };
  for (const { id, code } of items) if (!removed.has(id)) add(id, id, code);
  for (const { id, draft, item } of taken) add(id, draft.id, item!.code);
  return { byFileId, byCode };
}

/** Whether the plan takes new items, moves and removals now; and whether everything still has a top. */
function whyBlocked(work: Work, { plan, removed }: PreviewInput): FieldMessage | null {
  if (hasLoop(work.places)) return { key: 'exchange.problem.loop' };
  const moves = work.added.length + work.moved.size + removed.size;
  if (!plan || (moves === 0 && work.changed.length === 0)) return null;
  try {
    if (moves > 0 || plan.state === 'superseded' || plan.state === 'closed') admitChange(plan);
    return null;
  } catch (error) {
    if (error instanceof ConflictError) return { key: error.reason };
    throw error;
  }
}

function hasLoop(places: readonly TreePosition[]): boolean {
  const parents = new Map(places.map(({ id, parentId }) => [id, parentId]));
  const safe = new Set<string>();
  for (const { id } of places) {
    const path = new Set<string>();
    for (let at: string | null = id; at !== null && !safe.has(at); at = parents.get(at) ?? null) {
      if (path.has(at)) return true;
      path.add(at);
    }
    for (const one of path) safe.add(one);
  }
  return false;
}

/** How deep each draft stands, from 1. One that stands too deep comes to the top, with a problem. */
function limitDepth(drafts: readonly Draft[]): number[] {
  const depths: number[] = [];
  drafts.forEach((draft, index) => {
    const path: number[] = [];
    let at: number | null = index;
    while (at !== null && depths[at] === undefined) {
      path.push(at);
      at = drafts[at]!.parent;
    }
    let depth = at === null ? 0 : depths[at]!;
    for (const one of path.reverse()) {
      depth += 1;
      if (depth > MAX_DEPTH) {
        const values = { maximum: MAX_DEPTH };
        drafts[one]!.problems.push({ use: null, message: { key: 'exchange.problem.deep', values } });
        drafts[one]!.parent = null;
        depth = 1;
      }
      depths[one] = depth;
    }
  });
  return depths;
}
