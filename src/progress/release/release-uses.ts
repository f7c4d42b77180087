import { type Release, RELEASES, VISIBILITIES, type Visibility } from '../entries/vocabulary.js';

/** What a reporter may open an entry to in a mechanism, each by itself; none of them to begin with. */
export const USES = ['members', 'unattributed', 'attributed', 'public'] as const;
export type Use = (typeof USES)[number];

export interface Choice {
  visibility: Visibility;
  release: Release;
}

/**
 * The uses a choice was made with, as they are ticked again: the widest of each sort alone. It takes in the narrower one,
 * which is not ticked beside it, so that taking the widest back takes back all that was allowed.
 */
export function usesOf({ visibility, release }: Choice): Use[] {
  const chosen: Record<Use, boolean> = {
    members: visibility === 'mechanism',
    unattributed: release === 'unattributed',
    attributed: release === 'attributed',
    public: visibility === 'public',
  };
  return USES.filter((use) => chosen[use]);
}

/** The narrowest choice that allows these uses. */
export function choiceOf(uses: readonly Use[]): Choice {
  const has = (use: Use) => uses.includes(use);
  return {
    visibility: has('public') ? 'public' : has('members') ? 'mechanism' : 'delegation',
    release: has('attributed') ? 'attributed' : has('unattributed') ? 'unattributed' : 'none',
  };
}

/** What of a choice is allowed already: the narrower of both, by what is seen and by what documents use. */
export function narrower(now: Choice, wanted: Choice): Choice {
  const least = <T>(order: readonly T[], a: T, b: T) => (order.indexOf(a) < order.indexOf(b) ? a : b);
  return {
    visibility: least(VISIBILITIES, now.visibility, wanted.visibility),
    release: least(RELEASES, now.release, wanted.release),
  };
}

export const isSameChoice = (a: Choice, b: Choice): boolean =>
  a.visibility === b.visibility && a.release === b.release;
