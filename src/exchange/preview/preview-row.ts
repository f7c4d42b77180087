import { v7 as uuid } from 'uuid';
import { inputOf } from '../../plans/items/item-record.js';
import type { ItemInput } from '../../plans/items/item.dto.js';
import { admitItemText, mayChange } from '../../plans/plan/plan-text.js';
import { snapshotOf } from '../../plans/items/snapshot.js';
import type { Plan, PlanItem } from '../../plans/plan/plan.entity.js';
import { type FieldMessage, InvalidError } from '../../platform/errors.js';
import type { Draft, DraftPlan } from '../read/draft.js';
import { type CellMessage, isTitle } from '../read/item-row.js';
import type { Outcome } from './outcome.js';
import type { Built, ItemBuilder } from '../read/item-build.js';
import type { CellContext } from '../cell.js';
import { type Difference, differences } from './differences.js';

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

/** A row of the file with the item it is about, and what would become of it. */
export interface Row {
  draft: Draft;
  before: PlanItem | null;
  id: string;
  item: ItemInput | null;
  parentId: string | null;
  carriedFromId: string | null;
  outcome: Outcome;
}

/** What would become of an item, by its row, before it is known where it stands. */
export function rowOf(
  draft: Draft,
  before: PlanItem | null,
  builder: ItemBuilder,
  level: number,
  input: PreviewInput,
): Row {
  const base = before && inputOf(before);
  let built = builder.build(draft, base);
  const own = draft.problems.filter(({ use, asked }) => !(asked && use === 'code' && isKnown(before, draft)));
  const problems = [...own, ...built.problems, ...textProblems(input.plan, base, built.item)];
  const cellsOnly = input.draft.cellsOnly ?? false;
  const skipped = input.skipProblems
    ? problems.filter((one) => cellsOnly || built.skippable.includes(one) || isOfOneCell(one))
    : [];
  if (cellsOnly && skipped.length > 0) built = builder.build(withoutCells(draft, skipped), base);
  const carriedFromId = carriedOf(draft, before, built, input);
  const found = base ? differences(base, built.item, input.context) : [];
  if (before && carriedFromId !== before.carriedFromId)
    found.push({ use: 'carriedFrom', before: before.carriedFromId ?? '', after: carriedFromId ?? '' });
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

/** The draft without the cells that something is wrong with. */
function withoutCells(draft: Draft, problems: readonly CellMessage[]): Draft {
  const wrong = new Set(problems.map(({ use }) => use));
  return { ...draft, cells: new Map([...draft.cells].filter(([use]) => !wrong.has(use))) };
}

/** A code that may look changed, and that the plan has just like that. */
const isKnown = (before: PlanItem | null, draft: Draft) => before !== null && before.code === draft.code;

/** A formula without a value, or a question without an answer, leaves its cell empty, and the rest of the row as it is. */
const isOfOneCell = ({ use, message, asked }: CellMessage) =>
  (asked !== undefined || ['exchange.problem.formula', 'exchange.problem.error'].includes(message.key)) &&
  use !== null &&
  !['id', 'code', 'level', 'parent'].includes(use) &&
  !isTitle(use);

export function outcomeOf(
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
  if (!plan || !before || mayChange(plan)) return [];
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
