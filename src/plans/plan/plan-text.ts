import { ConflictError, type FieldErrors, InvalidError } from '../../platform/errors.js';
import type { Localized } from '../../platform/i18n/localized.js';
import type { Plan } from './plan.entity.js';
import type { ItemSnapshot } from '../items/snapshot.js';
import type { PlanState } from './vocabulary.js';

/**
 * Whether the text of a plan may change, by its state: an adopted plan is what a meeting adopted, and changes by a
 * recorded amendment only; one that was superseded or closed is a document of its time.
 */
const textChanges: Record<PlanState, 'freely' | 'by-amendment' | 'never'> = {
  draft: 'freely',
  validated: 'freely',
  adopted: 'by-amendment',
  superseded: 'never',
  closed: 'never',
};

/** What the plan itself says. The mapping is the secretariat's reading of it, and the status says how far the work is. */
export const ITEM_TEXT = [
  'code',
  'title',
  'description',
  'deliverables',
  'kind',
  'when',
  'owners',
  'funding',
  'crossCutting',
] as const;
const PLAN_TEXT = ['title', 'kind', 'periodStart', 'periodEnd', 'levelNames'] as const;

type State = Pick<Plan, 'state' | 'amendmentId'>;

/** Whether items may be added to the plan, moved in it and removed from it now: offered only then. */
export const mayChange = ({ state, amendmentId }: State): boolean =>
  textChanges[state] === 'freely' || (textChanges[state] === 'by-amendment' && amendmentId !== null);

/** Throws ConflictError when the plan is a document of its time. */
export function admitNotEnded({ state }: Pick<Plan, 'state'>): void {
  if (isEnded({ state })) throw new ConflictError('error.planEnded');
}

export const isEnded = ({ state }: Pick<Plan, 'state'>): boolean => textChanges[state] === 'never';

/** Throws ConflictError when nothing may be added to the plan, moved in it or removed from it now. */
export function admitChange(plan: State): void {
  admitNotEnded(plan);
  if (!mayChange(plan)) throw new ConflictError('error.amendmentNeeded');
}

/** Throws InvalidError naming the fields whose text may not change now, ConflictError when the plan has ended. */
export function admitItemText(plan: State, before: ItemSnapshot, after: ItemSnapshot): void {
  admitFields(
    plan,
    ITEM_TEXT.filter((field) => differs(before[field], after[field])),
  );
}

export type PlanText = Pick<Plan, (typeof PLAN_TEXT)[number]>;

export function admitPlanText(plan: Plan, after: PlanText): void {
  admitFields(plan, planTextChanged(plan, after));
}

/** The fields of what the plan itself says that differ. */
export const planTextChanged = (before: PlanText, after: PlanText) =>
  // The order of the levels' names is theirs.
  PLAN_TEXT.filter((field) => differs(textOf(before, field), textOf(after, field)));

const textOf = (plan: PlanText, field: keyof PlanText) =>
  field === 'levelNames' ? plan.levelNames.join('\n') : plan[field];

/** Throws InvalidError naming the fields, if any, that may not change now, ConflictError when the plan has ended. */
export function admitFields(plan: State, changed: readonly string[]): void {
  admitNotEnded(plan);
  if (changed.length === 0 || mayChange(plan)) return;
  const errors: FieldErrors = Object.fromEntries(
    changed.map((field) => [field, { key: 'error.amendmentNeeded' }]),
  );
  throw new InvalidError(errors);
}

/** Of a text in languages only the original is the plan's: a translation may come any time. */
export function differs(before: unknown, after: unknown): boolean {
  return JSON.stringify(inOriginal(before)) !== JSON.stringify(inOriginal(after));
}

function inOriginal(value: unknown): unknown {
  const text = value as Localized | null | undefined;
  if (text && typeof text === 'object' && 'original' in text)
    return [text.original, text.texts[text.original]];
  if (Array.isArray(value)) return [...value].sort();
  return value ?? null;
}
