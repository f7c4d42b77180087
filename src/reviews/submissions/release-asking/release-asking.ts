/** Whoever was asked is left alone so long. */
export const ASK_AGAIN_DAYS = 14;
const DAY_MS = 86_400_000;

/** A delegation with something that is not released. */
export interface DelegationToAsk {
  /** Accounts of those who speak for it. */
  people: readonly string[];
  /** When any of them was asked. */
  asked: readonly Date[];
}

/** Who may be asked at `now`: those with people, none of whom was asked lately; and when that was of the others. */
export function askable(delegations: readonly DelegationToAsk[], now: Date) {
  const since = now.getTime() - ASK_AGAIN_DAYS * DAY_MS;
  const isRecent = (at: Date) => at.getTime() > since;
  const recent = delegations.flatMap(({ asked }) => asked.filter(isRecent)).map((at) => at.getTime());
  return {
    ask: delegations.filter(({ people, asked }) => people.length > 0 && !asked.some(isRecent)),
    askedOn: recent.length > 0 ? new Date(Math.max(...recent)) : null,
  };
}
