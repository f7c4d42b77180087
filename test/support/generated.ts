/**
 * How many things a walk over every page makes. A third of them on a database server: what may differ there are the
 * queries, and each walk asks all of them.
 */
export function generated(many: number): { minLength: number; maxLength: number } {
  const length = process.env.DATABASE_URL?.startsWith('postgres') ? Math.ceil(many / 3) : many;
  return { minLength: length, maxLength: length };
}
