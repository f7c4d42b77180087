/**
 * Of things that several voices said, as many as can stand together without anybody telling whose they are: at least
 * `fewest` voices are among them, and no voice has more than one in `fewest` of them. Whoever then guesses the same
 * voice for all, by whatever is known of the place, is right no more often than with one of `fewest`. The order is that
 * of `things`; of a voice with too many the first ones stay.
 */
export function level<T>(
  things: readonly T[],
  voiceOf: (thing: T) => string,
  fewest: number,
): { stay: T[]; rest: T[] } {
  const byVoice = new Map<string, T[]>();
  for (const thing of things) {
    const voice = voiceOf(thing);
    const its = byVoice.get(voice);
    if (its) its.push(thing);
    else byVoice.set(voice, [thing]);
  }
  const counts = [...byVoice.values()].map(({ length }) => length);
  const most = Math.max(0, ...counts);
  let each = most;
  // With each voice held to so many, the largest share is one in `fewest` at most.
  while (each > 0 && counts.reduce((sum, count) => sum + Math.min(count, each), 0) < each * fewest) each -= 1;
  const stay = new Set([...byVoice.values()].flatMap((its) => its.slice(0, each)));
  return {
    stay: things.filter((thing) => stay.has(thing)),
    rest: things.filter((thing) => !stay.has(thing)),
  };
}
