import { objectiveOfHeading } from '../cells/list-cells.js';
import type { Draft, ObjectiveHeading } from './draft.js';

/** Which drafts head others and are objectives of the Compact by their titles; `mapping` notes them at what is below. */
export function objectiveHeadings(drafts: readonly Draft[], mapping: boolean): ObjectiveHeading[] {
  const heads = new Set(drafts.flatMap(({ parent }) => parent ?? []));
  const objectives = new Map<number, number>();
  for (const index of heads) {
    const objective = objectiveOfHeading(`${drafts[index]!.code} ${drafts[index]!.title}`.trim());
    if (objective !== null) objectives.set(index, objective);
  }
  if (mapping && objectives.size > 0)
    drafts.forEach((draft, index) => {
      if (!heads.has(index)) draft.servesObjective = objectiveAbove(drafts, draft, objectives);
    });
  return [...objectives]
    .sort(([a], [b]) => a - b)
    .map(([index, objective]) => ({ row: drafts[index]!.row, title: drafts[index]!.title, objective }));
}

function objectiveAbove(
  drafts: readonly Draft[],
  draft: Draft,
  objectives: ReadonlyMap<number, number>,
): number | null {
  const seen = new Set<number>();
  for (let at = draft.parent; at !== null && !seen.has(at); at = drafts[at]!.parent) {
    const objective = objectives.get(at);
    if (objective !== undefined) return objective;
    seen.add(at);
  }
  return null;
}
