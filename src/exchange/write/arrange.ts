/** An item with the one above it (null at the top) and its place among its siblings. */
export interface TreePosition {
  id: string;
  parentId: string | null;
  position: number;
}

/**
 * Where everything stands once the items of a file, in its order, are put among those that are already there. An item
 * that the file does not have stays below the one it is below, behind the sibling it is behind.
 */
export function arrange(
  file: readonly { id: string; parentId: string | null }[],
  before: readonly TreePosition[],
): TreePosition[] {
  const parents = new Map(file.map(({ id, parentId }) => [id, parentId]));
  const children = new Map<string | null, string[]>();
  for (const { id, parentId } of file) at(children, parentId).push(id);
  const siblings = new Map<string | null, TreePosition[]>();
  for (const place of before) at(siblings, place.parentId).push(place);
  for (const [parentId, places] of siblings) {
    const list = at(children, parentId);
    let last: string | null = null;
    for (const { id } of places.sort((a, b) => a.position - b.position)) {
      const inFile = parents.has(id);
      if (!inFile) list.splice(last === null ? 0 : list.indexOf(last) + 1, 0, id);
      if (!inFile || parents.get(id) === parentId) last = id;
    }
  }
  return [...children].flatMap(([parentId, ids]) => ids.map((id, position) => ({ id, parentId, position })));
}

/** Of the items that stay below the same one, those that no longer stand in their former order: as few as will do. */
export function reordered(after: readonly TreePosition[], before: readonly TreePosition[]): Set<string> {
  const former = new Map(before.map((place) => [place.id, place]));
  const lists = new Map<string | null, TreePosition[]>();
  for (const place of after) {
    if (former.get(place.id)?.parentId !== place.parentId) continue;
    at(lists, place.parentId).push(place);
  }
  const moved = new Set<string>();
  for (const places of lists.values()) {
    const ids = places.sort((a, b) => a.position - b.position).map(({ id }) => id);
    const kept = longestRising(ids.map((id) => former.get(id)!.position));
    ids.forEach((id, index) => !kept.has(index) && moved.add(id));
  }
  return moved;
}

function at<T>(lists: Map<string | null, T[]>, key: string | null): T[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

/** Indexes of a longest rising part of the numbers. */
function longestRising(numbers: readonly number[]): Set<number> {
  const tails: number[] = [];
  const previous: number[] = [];
  numbers.forEach((number, index) => {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (numbers[tails[middle]!]! < number) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? tails[low - 1]! : -1;
    tails[low] = index;
  });
  const kept = new Set<number>();
  for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index]!) kept.add(index);
  return kept;
}
