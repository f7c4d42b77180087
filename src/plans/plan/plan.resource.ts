import type { Plan } from './plan.entity.js';
import type { PlanOverview } from './plan-overview.service.js';

/** A plan as the API shows it. */
export const planResource = (plan: Plan) => ({
  id: plan.id,
  mechanismId: plan.mechanismId,
  kind: plan.kind,
  state: plan.state,
  title: plan.title,
  source: plan.source,
  note: plan.note,
  periodStart: plan.periodStart,
  periodEnd: plan.periodEnd,
  levelNames: plan.levelNames,
  statedTotals: plan.statedTotals,
  parentPlanId: plan.parentPlanId,
  formerPlanId: plan.formerPlanId,
  isPublic: plan.isPublic,
  adoptedBy: plan.adoptedBy,
  adoptedOn: plan.adoptedOn,
  version: plan.version,
});

/** One plan with what is counted of it and what it belongs to, as far as the caller may read that. */
export function wholePlanResource(plan: Plan, { counts, related }: Pick<PlanOverview, 'counts' | 'related'>) {
  return {
    ...planResource(plan),
    parentPlanId: related.parent?.id ?? null,
    formerPlanId: related.former?.id ?? null,
    childPlanIds: related.children.map(({ id }) => id),
    followingPlanIds: related.followers.map(({ id }) => id),
    counted: counts,
  };
}

/** Several plans: of those they stand in and follow, only ones that are among them. */
export function planResources(plans: Plan[]) {
  const readable = new Set<string | null>(plans.map(({ id }) => id));
  const seen = (id: string | null) => (readable.has(id) ? id : null);
  return plans.map((plan) => ({
    ...planResource(plan),
    parentPlanId: seen(plan.parentPlanId),
    formerPlanId: seen(plan.formerPlanId),
  }));
}
