import { fold } from '../../platform/i18n/fold.js';
import type { ItemLookup } from '../parts/plan-parts.js';
import type { PlanItem } from '../../plans/plan/plan.entity.js';
import { type TreePosition, arrange, reordered } from '../write/arrange.js';
import type { Work } from './outcome.js';
import type { Draft } from '../read/draft.js';
import { draftKey } from '../read/indicator-rows.js';
import { Row, PreviewInput } from './preview-row.js';
import { admitChange } from '../../plans/plan/plan-text.js';
import { type FieldMessage, ConflictError } from '../../platform/errors.js';

/** What is to be written: the rows that are taken, among the items that are there already. */
export function workOf(rows: readonly Row[], { items, removed, draft }: PreviewInput): Work {
  const taken = rows.filter((row) => row.item !== null);
  const before: TreePosition[] = items.filter(({ id }) => !removed.has(id));
  const places = draft.cellsOnly ? before : arrange(taken, before);
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
    itemPlaces: itemLookupOf(taken, items, removed, draft.drafts),
  };
}

/** Items by the ids and codes that a file calls them by. */
function itemLookupOf(
  taken: readonly Row[],
  items: readonly PlanItem[],
  removed: ReadonlySet<string>,
  drafts: readonly Draft[],
): ItemLookup {
  const keys = new Map(drafts.map((draft, index) => [draft, draftKey(index)]));
  const byFileId = new Map<string, string>();
  const byCode = new Map<string, string | null>();
  const add = (id: string, fileId: string | null, code: string) => {
    if (fileId) byFileId.set(fileId, id);
    if (code) byCode.set(fold(code), byCode.has(fold(code)) && byCode.get(fold(code)) !== id ? null : id);
  };
  for (const { id, code } of items) if (!removed.has(id)) add(id, id, code);
  for (const { id, draft, item } of taken) {
    add(id, draft.id, item!.code);
    byFileId.set(keys.get(draft)!, id);
  }
  return { byFileId, byCode };
}

/** Whether the plan takes new items, moves and removals now; and whether everything still has a top. */
export function whyBlocked(work: Work, { plan, removed }: PreviewInput): FieldMessage | null {
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
