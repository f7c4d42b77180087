import type { Day } from '../../platform/i18n/day.js';
import { dayIn } from '../../platform/i18n/dates.js';
import type { Task } from '../tasks/task.entity.js';
import type { NewTask } from '../tasks/tasks.service.js';

/** A focal point's role, as it is now. */
export interface Seat {
  /** Of the role. */
  id: string;
  mechanismId: string;
  state: string;
  accountId: string;
  fromDay: Day;
  untilDay: Day | null;
  holds: boolean;
  /** It does not hold yet. */
  begins: boolean;
}

/**
 * Where a focal point has to be found: the last role of a State has ended and none is to begin; or mail to somebody
 * who speaks for one comes back. A State that never had a focal point is no task: nobody has been lost.
 */
export function needed(seats: readonly Seat[], bounced: ReadonlySet<string>): NewTask[] {
  return delegations(seats).flatMap(({ mechanismId, state, all }): NewTask[] => {
    const base = { mechanismId, kind: 'find-focal-point' as const, subject: state };
    const here = all.filter(({ holds }) => holds);
    const lost = here.find(({ accountId }) => bounced.has(accountId));
    if (lost) return [{ ...base, why: 'bounced', causeId: lost.accountId, accountId: lost.accountId }];
    if (here.length > 0 || all.some(({ begins }) => begins)) return [];
    const last = [...all].sort((a, b) => (a.untilDay ?? '').localeCompare(b.untilDay ?? '')).at(-1)!;
    return [{ ...base, why: 'ended', causeId: last.id, accountId: null }];
  });
}

/**
 * Whether what a task asks for is there: somebody who speaks for the State, and, where mail came back, somebody else
 * than the person it was for, who began since or is alone now.
 */
export function standsFor(task: Task, seats: readonly Seat[]): boolean {
  const here = seats.filter(
    ({ mechanismId, state, holds }) => holds && mechanismId === task.mechanismId && state === task.subject,
  );
  if (task.why !== 'bounced') return here.length > 0;
  const others = here.filter(({ accountId }) => accountId !== task.accountId);
  const since = dayIn('UTC', task.openedAt);
  return (
    others.length > 0 && (others.length === here.length || others.some(({ fromDay }) => fromDay >= since))
  );
}

function delegations(seats: readonly Seat[]) {
  const found = new Map<string, { mechanismId: string; state: string; all: Seat[] }>();
  for (const seat of seats) {
    const { mechanismId, state } = seat;
    const key = `${mechanismId}:${state}`;
    const delegation = found.get(key) ?? { mechanismId, state, all: [] };
    delegation.all.push(seat);
    found.set(key, delegation);
  }
  return [...found.values()];
}
