import type { PlanItem } from '../../plans/plan/plan.entity.js';
import type { Draft } from '../read/draft.js';
import { fold } from '../../platform/i18n/fold.js';
import { topDown } from './draft-tree.js';

/**
 * Which items of a plan the drafts are about, by index: by identifier, by the codes from the top, by a code that is
 * there once on both sides, and, where neither has a code, by title below the same item. The rest are new.
 */
export function matchDrafts(drafts: readonly Draft[], items: readonly PlanItem[]): Map<number, PlanItem> {
  const matches = new Map<number, PlanItem>();
  const taken = new Set<string>();
  const match = (index: number, item: PlanItem | undefined) => {
    if (!item || taken.has(item.id) || matches.has(index)) return;
    matches.set(index, item);
    taken.add(item.id);
  };
  const byId = new Map(items.map((item) => [item.id, item]));
  drafts.forEach(({ id }, index) => match(index, id === null ? undefined : byId.get(id)));

  const itemCodes = items.map(({ code }) => foldedCode(code));
  const draftCodes = drafts.map(({ code }) => foldedCode(code));
  const placeOf = new Map(items.map(({ id }, index) => [id, index]));
  pair(
    pathsOf(draftCodes, (index) => drafts[index]!.parent),
    pathsOf(itemCodes, (index) => placeOf.get(items[index]!.parentId ?? '') ?? null),
  );
  pair(draftCodes, itemCodes);
  byTitle();
  return matches;

  /** Keys that stand once on either side, among those that are not matched yet. */
  function pair(draftKeys: (string | null)[], itemKeys: (string | null)[]): void {
    const once = <T>(keys: (T | null)[], free: (index: number) => boolean) => {
      const found = new Map<T, number | null>();
      keys.forEach((key, index) => {
        if (key !== null && free(index)) found.set(key, found.has(key) ? null : index);
      });
      return found;
    };
    const theirs = once(itemKeys, (index) => !taken.has(items[index]!.id));
    for (const [key, index] of once(draftKeys, (one) => !matches.has(one))) {
      const other = theirs.get(key);
      if (index !== null && other !== undefined && other !== null) match(index, items[other]);
    }
  }

  /** From the top, so that the items above are matched before. */
  function byTitle(): void {
    const free = new Map<string, PlanItem[]>();
    for (const item of items) {
      if (taken.has(item.id) || item.code) continue;
      for (const title of new Set(Object.values(item.title.texts).map(fold))) {
        const key = `${item.parentId ?? ''}/${title}`;
        free.set(key, [...(free.get(key) ?? []), item]);
      }
    }
    for (const index of topDown(drafts)) {
      const { code, parent, title } = drafts[index]!;
      const above = parent === null ? '' : matches.get(parent)?.id;
      if (code || above === undefined || !title) continue;
      match(
        index,
        free.get(`${above}/${fold(title)}`)?.find((item) => !taken.has(item.id)),
      );
    }
  }
}

const foldedCode = (code: string) => (code ? fold(code) : null);

/** Codes from the top; null for one that has no code itself. */
function pathsOf(
  codes: readonly (string | null)[],
  parentOf: (index: number) => number | null,
): (string | null)[] {
  const known = new Map<number, string>();
  const pathOf = (index: number): string => {
    const before = known.get(index);
    if (before !== undefined) return before;
    known.set(index, '');
    const above = parentOf(index);
    const path = `${above === null ? '' : pathOf(above)}/${codes[index] ?? ''}`;
    known.set(index, path);
    return path;
  };
  return codes.map((code, index) => (code === null ? null : pathOf(index)));
}
