/** Whether the tests run on a database server. */
export const onServer = process.env.DATABASE_URL?.startsWith('postgres') ?? false;

/** What is made at random is made again with it: SEED=... */
export const seed = Number(process.env.SEED ?? Date.now());
/** Stands in the names of tests of what is made at random, so that one that fails says how it is made again. */
export const again = `SEED=${seed}`;

/**
 * How many things a walk over every page makes. A third of them on a database server: what may differ there are the
 * queries, and each walk asks all of them.
 */
export function generated(many: number): { minLength: number; maxLength: number } {
  const length = onServer ? Math.ceil(many / 3) : many;
  return { minLength: length, maxLength: length };
}

/** 'even' or 'odd' where two runs share the people between them, as those of .ci/run do; else everybody walks. */
const { WALKERS } = process.env;
const turn = { even: 0, odd: 1 }[WALKERS ?? ''];

/** Who takes a walk over every page: a visitor and everybody, or every other person. */
export function walkers<T>(people: Record<string, T>): [string, T | null][] {
  const all = Object.entries(people).filter((_, index) => turn === undefined || index % 2 === turn);
  return [...all, ['visitor', null]];
}
