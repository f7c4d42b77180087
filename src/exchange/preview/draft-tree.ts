import { MAX_DEPTH } from '../match/layout.js';
import type { Draft } from '../read/draft.js';

/** Indexes of drafts, each after the one above it. */
export function topDown(drafts: readonly Pick<Draft, 'parent'>[]): number[] {
  const below = new Map<number | null, number[]>();
  drafts.forEach(({ parent }, index) => {
    const list = below.get(parent);
    if (list) list.push(index);
    else below.set(parent, [index]);
  });
  const ordered: number[] = [];
  const visit = (parent: number | null) => {
    for (const index of below.get(parent) ?? []) {
      ordered.push(index);
      visit(index);
    }
  };
  visit(null);
  return ordered;
}

/** How deep each draft stands, from 1. One that stands too deep comes to the top, with a problem. */
export function limitDepth(drafts: readonly Draft[]): number[] {
  const depths: number[] = [];
  drafts.forEach((draft, index) => {
    const path: number[] = [];
    let at: number | null = index;
    while (at !== null && depths[at] === undefined) {
      path.push(at);
      at = drafts[at]!.parent;
    }
    let depth = at === null ? 0 : depths[at]!;
    for (const one of path.reverse()) {
      depth += 1;
      if (depth > MAX_DEPTH) {
        const values = { maximum: MAX_DEPTH };
        drafts[one]!.problems.push({ use: null, message: { key: 'exchange.problem.deep', values } });
        drafts[one]!.parent = null;
        depth = 1;
      }
      depths[one] = depth;
    }
  });
  return depths;
}
