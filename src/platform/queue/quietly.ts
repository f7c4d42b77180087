const AGAIN_AFTER_MS = 30_000;

/** Passes an error on once per half minute: a server that is away says the same thing on every connection, every second. */
export function quietly(report: (error: Error) => void): (error: Error) => void {
  const last = new Map<string, number>();
  return (error) => {
    const now = Date.now();
    if (now - (last.get(error.message) ?? -Infinity) < AGAIN_AFTER_MS) return;
    if (last.size > 100) last.clear();
    last.set(error.message, now);
    report(error);
  };
}
