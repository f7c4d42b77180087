/** Something that one reporter named; `voice` tells reporters apart and is shown nowhere. */
export interface Naming<C extends string> {
  voice: string;
  codes: readonly C[];
}

/**
 * How many entries name each code; null where fewer than `fewest` (the mechanism's number) different reporters do. With fewer, somebody who knows
 * the mechanism could tell from the number who they are; five is the usual least size of a group in published
 * statistics. Pages, the API and documents count by this alone.
 */
export function countsOf<C extends string>(
  codes: readonly C[],
  named: readonly Naming<C>[],
  fewest: number,
): Map<C, number | null> {
  return new Map(
    codes.map((code) => {
      const those = named.filter((one) => one.codes.includes(code));
      const voices = new Set(those.map(({ voice }) => voice));
      return [code, voices.size < fewest ? null : those.length];
    }),
  );
}
