/** Minutes to wait after each failed attempt; after the last one the mail has failed for good (about two days). */
const WAITS = [1, 5, 15, 60, 120, 240, 480, 960, 960];

/** When to try again after so many failed attempts (one or more), or null to give up. */
export function nextAttempt(attempts: number, now: Date): Date | null {
  const minutes = WAITS[attempts - 1];
  return minutes === undefined ? null : new Date(now.getTime() + minutes * 60_000);
}
