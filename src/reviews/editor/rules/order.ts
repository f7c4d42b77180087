interface Placed {
  id: string;
  position: number;
}

/** The positions that change when `id` comes after another passage, or first (`after` null), among those of a section. */
export function placed(rows: readonly Placed[], id: string, after: string | null): Placed[] {
  const others = [...rows].sort((a, b) => a.position - b.position).filter((row) => row.id !== id);
  const at = after === null ? 0 : others.findIndex((row) => row.id === after) + 1;
  const order = [...others.slice(0, at).map((row) => row.id), id, ...others.slice(at).map((row) => row.id)];
  const before = new Map(rows.map((row) => [row.id, row.position]));
  return order
    .map((one, position) => ({ id: one, position }))
    .filter((row) => row.id === id || before.get(row.id) !== row.position);
}
