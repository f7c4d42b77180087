import type { OutgoingMessage } from './message.entity.js';

/** So long nothing more has come before a bundle leaves, and so long it waits at most. */
const QUIET_MS = 3 * 60_000;
const MOST_MS = 10 * 60_000;

type Bundled = Pick<OutgoingMessage, 'accountId' | 'bundle'>;
type Waiting = Bundled & Pick<OutgoingMessage, 'id' | 'attempts' | 'createdAt'>;

/** When a mail of a bundle leaves that is posted now, unless more come. */
export const leavesAt = (now: Date): Date => new Date(now.getTime() + QUIET_MS);

/** Whether it may still go with others: once it was tried, what it carries is fixed. */
export const goesTogether = ({ bundle, attempts }: Pick<OutgoingMessage, 'bundle' | 'attempts'>): boolean =>
  bundle !== null && attempts === 0;

/** Of those that are due, whose that may be sent now: one for each bundle, which leaves when it is quiet or has waited long. */
export function readyOf(due: readonly Waiting[], later: readonly Bundled[], now: Date): string[] {
  const growing = new Set(later.map(bundleOf));
  const leaving = new Set<string>();
  return due.flatMap((message) => {
    const { id, createdAt } = message;
    if (!goesTogether(message)) return id;
    const bundle = bundleOf(message);
    const isLong = now.getTime() - createdAt.getTime() >= MOST_MS;
    if (leaving.has(bundle) || (growing.has(bundle) && !isLong)) return [];
    leaving.add(bundle);
    return id;
  });
}

/** Names a bundle among those of all accounts. */
export const bundleOf = ({ accountId, bundle }: Bundled): string => `${accountId} ${bundle}`;
