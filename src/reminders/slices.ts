/** SQLite takes a bounded number of parameters. */
const IDS_AT_ONCE = 1000;

/** Each id once, in portions that a query takes. */
export function* slices(ids: Iterable<string>): Generator<string[]> {
  const all = [...new Set(ids)];
  for (let start = 0; start < all.length; start += IDS_AT_ONCE) yield all.slice(start, start + IDS_AT_ONCE);
}
