import type { PlanInput } from '../../plans/plan/plan.dto.js';
import { Plan } from '../../plans/plan/plan.entity.js';
import { type FieldErrors, InvalidError } from '../../platform/errors.js';
import type { PreparedPart } from '../parts/plan-parts.js';
import type { FileNotice } from '../read/file-notices.js';
import type { ObjectiveHeading } from '../read/draft.js';
import type { Preview } from './outcome.js';

export interface Prepared {
  plan: Plan | null;
  /** What the plan will be, as far as its own fields go. */
  fields: PlanInput;
  preview: Preview;
  /** What is to be said of the file as a whole. */
  notices: FileNotice[];
  /** Headings of the file that are objectives of the Compact, to be offered as the mapping of what is below. */
  objectiveHeadings: ObjectiveHeading[];
  parts: PreparedPart[];
  /** Of the plan and everything in it: a preview holds for this state only. */
  fingerprint: string;
}

/** Messages of one answer: nobody reads more. */
const MAX_MESSAGES = 200;

/** Problems by row and column, as far as anybody reads them. */
export function errorsOf({ preview, parts }: Prepared): FieldErrors {
  const errors = preview.outcomes.flatMap(({ row, problems }) =>
    problems.map(({ use, message }) => [`rows.${row}${use ? `.${use}` : ''}`, message] as const),
  );
  const ofParts = parts.flatMap(({ key, outcomes }) =>
    outcomes.flatMap(({ row, problems }) =>
      problems.slice(0, 1).map(({ message }) => [`${key}.${row}`, message] as const),
    ),
  );
  return Object.fromEntries([...errors, ...ofParts].slice(0, MAX_MESSAGES));
}

/** Nothing of the file may stand below an item that goes. */
export function admitRemoval({ work, missing }: Preview, removed: ReadonlySet<string>): void {
  const lost = new Set(missing.map(({ id }) => id));
  const parents = new Map(work.places.map(({ id, parentId }) => [id, parentId]));
  for (const { id, parentId } of work.places) {
    if (lost.has(id)) continue;
    for (let at = parentId; at !== null; at = parents.get(at) ?? null)
      if (removed.has(at)) throw InvalidError.field('remove', 'exchange.error.removalBelow');
  }
}
