import type { Release, Visibility } from './vocabulary.js';

/** What a reporter may open an entry to in a mechanism, each by itself; none of them to begin with. */
export const USES = ['members', 'unattributed', 'attributed', 'public'] as const;
export type Use = (typeof USES)[number];

export interface Choice {
  visibility: Visibility;
  release: Release;
}

/** The uses a choice allows. What is public is open to members too; what may be used by name, without it as well. */
export function usesOf({ visibility, release }: Choice): Use[] {
  const allowed: Record<Use, boolean> = {
    members: visibility !== 'delegation',
    unattributed: release !== 'none',
    attributed: release === 'attributed',
    public: visibility === 'public',
  };
  return USES.filter((use) => allowed[use]);
}

/** The narrowest choice that allows these uses. */
export function choiceOf(uses: readonly Use[]): Choice {
  const has = (use: Use) => uses.includes(use);
  return {
    visibility: has('public') ? 'public' : has('members') ? 'mechanism' : 'delegation',
    release: has('attributed') ? 'attributed' : has('unattributed') ? 'unattributed' : 'none',
  };
}
