import { ConflictError, type FieldErrors, InvalidError } from '../platform/errors.js';
import type { Localized } from '../platform/i18n/localized.js';
import type { Plan } from './plan.entity.js';
import type { ItemSnapshot } from './snapshot.js';
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

/** What the plan itself says. The mapping is the secretariat's reading of it, and the status the course of the work. */
const ITEM_TEXT = [
  'code',
  'title',
  'description',
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

/** Throws ConflictError when nothing may be added to the plan, moved in it or removed from it now. */
export function admitChange({ state, amendmentId }: State): void {
  const rule = textChanges[state];
  if (rule === 'never') throw new ConflictError('error.planEnded');
  if (rule === 'by-amendment' && !amendmentId) throw new ConflictError('error.amendmentNeeded');
}

/** Whether the text of the plan may change now: for pages, which offer only what can be done. */
export const isOpenToChange = ({ state, amendmentId }: State): boolean =>
  textChanges[state] === 'freely' || (textChanges[state] === 'by-amendment' && amendmentId !== null);

/** Throws InvalidError naming the fields whose text may not change now, ConflictError when the plan has ended. */
export function admitItemText(plan: State, before: ItemSnapshot, after: ItemSnapshot): void {
  admitFields(
    plan,
    ITEM_TEXT.filter((field) => differs(before[field], after[field])),
  );
}

export function admitPlanText(plan: Plan, after: Pick<Plan, (typeof PLAN_TEXT)[number]>): void {
  admitFields(
    plan,
    PLAN_TEXT.filter((field) => differs(plan[field], after[field])),
  );
}

/** Throws InvalidError naming the fields, if any, that may not change now, ConflictError when the plan has ended. */
export function admitFields({ state, amendmentId }: State, changed: readonly string[]): void {
  if (textChanges[state] === 'never') throw new ConflictError('error.planEnded');
  if (changed.length === 0 || textChanges[state] === 'freely' || amendmentId) return;
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
