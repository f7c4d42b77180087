/** Where something goes that is put at `position` of a list; beyond the end is the end. The rest keeps its order. */
export function moveToPosition<T extends { id: string }>(
  list: readonly T[],
  id: string,
  position: number,
): T[] {
  const moved = list.find((one) => one.id === id);
  if (!moved) return [...list];
  const rest = list.filter((one) => one.id !== id);
  rest.splice(position, 0, moved);
  return rest;
}

/** The position one further up or down; at the ends it stays. */
export function positionAfterStep(
  list: readonly { id: string }[],
  id: string,
  direction: 'up' | 'down',
): number {
  const index = list.findIndex((one) => one.id === id);
  const next = index + (direction === 'up' ? -1 : 1);
  return Math.min(Math.max(next, 0), list.length - 1);
}
