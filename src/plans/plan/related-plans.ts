import type { Plan } from './plan.entity.js';

/** What a plan stands in, what stands in it, what it follows and what follows it. */
export interface RelatedPlans {
  parent: Plan | null;
  former: Plan | null;
  children: Plan[];
  followers: Plan[];
}

/** `readable`: the plans of its mechanism that the reader may see. What is not among them does not exist here. */
export function relatedTo(plan: Plan, readable: readonly Plan[]): RelatedPlans {
  const byId = new Map(readable.map((one) => [one.id, one]));
  return {
    parent: byId.get(plan.parentPlanId ?? '') ?? null,
    former: byId.get(plan.formerPlanId ?? '') ?? null,
    children: readable.filter((one) => one.parentPlanId === plan.id),
    followers: readable.filter((one) => one.formerPlanId === plan.id),
  };
}
