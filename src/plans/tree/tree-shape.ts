import type { OutlineRow } from './plan-outline.service.js';

/** A plan's tree as ids. */
export interface TreeShape {
  /** Each item's parent; null for those at the top. */
  parents: ReadonlyMap<string, string | null>;
  /** Of an item, or of the plan itself (null), those directly below, in their order. */
  below: (id: string | null) => readonly string[];
}

export function shapeOf(rows: readonly OutlineRow[]): TreeShape {
  const ids = new Map<string | null, string[]>();
  for (const { id, parentId } of rows) {
    const siblings = ids.get(parentId);
    if (siblings) siblings.push(id);
    else ids.set(parentId, [id]);
  }
  return {
    parents: new Map(rows.map(({ id, parentId }) => [id, parentId])),
    below: (id) => ids.get(id) ?? [],
  };
}

/** The items above one, and itself, from the top; none for null. */
export function pathTo({ parents }: TreeShape, id: string | null): string[] {
  const path: string[] = [];
  for (let at = id; at !== null; at = parents.get(at) ?? null) path.unshift(at);
  return path;
}

/** Which of the items below some are open: level by level, as long as all of a level fits among so many lines. */
export function openedBelow({ below }: TreeShape, top: readonly string[], most: number): Set<string> {
  const open = new Set<string>();
  let lines = top.length;
  for (let level = top; level.length > 0;) {
    const next = level.flatMap(below);
    lines += next.length;
    if (lines > most) break;
    for (const id of level) open.add(id);
    level = next;
  }
  return open;
}
