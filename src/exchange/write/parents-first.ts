/** An item refers to the one above it, which has to be there before it. */
export function parentsFirst<T extends { id: string }>(
  items: readonly T[],
  parentOf: (id: string) => string | null,
): T[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  const ordered = new Set<T>();
  for (const item of items) {
    const path: T[] = [];
    for (let at: T | undefined = item; at && !ordered.has(at); at = byId.get(parentOf(at.id) ?? ''))
      path.push(at);
    for (const one of path.reverse()) ordered.add(one);
  }
  return [...ordered];
}
