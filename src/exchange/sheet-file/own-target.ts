import { ForbiddenError, InvalidError, NotFoundError } from '../../platform/errors.js';
import type { Actor } from '../../platform/http/actor.js';
import type { Plan } from '../../plans/plan/plan.entity.js';
import type { PlansService } from '../../plans/plan/plans.service.js';
import type { SheetMark } from './sheet-mark.js';

/**
 * The plan that a tracking sheet goes back into: its own, wherever it was brought. Throws InvalidError on `file` when
 * that is another than was asked for, or is not there for the actor.
 */
export async function ownTarget(
  plans: PlansService,
  actor: Actor,
  { planId }: SheetMark,
  { mechanismId, plan }: { mechanismId: string | null; plan: Plan | null },
): Promise<Plan> {
  const own = plan?.id === planId ? plan : await found(plans, actor, planId);
  const isAsked = plan === null ? mechanismId === null || own?.mechanismId === mechanismId : own === plan;
  if (!own || !isAsked) throw InvalidError.field('file', 'exchange.error.otherSheet');
  return own;
}

async function found(plans: PlansService, actor: Actor, planId: string): Promise<Plan | null> {
  try {
    return await plans.findToEdit(actor, planId);
  } catch (error) {
    if (error instanceof NotFoundError || error instanceof ForbiddenError) return null;
    throw error;
  }
}
