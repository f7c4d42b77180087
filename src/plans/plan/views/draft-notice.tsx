import { can } from '../../../accounts/roles.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { Plan } from '../plan.entity.js';
import { planWorkflow } from '../plan.workflow.js';

/** Of a plan that is not in force yet, to who keeps it: that it is none, and the way to record that it is adopted. */
export function DraftNotice({ plan }: { plan: Plan }) {
  const { t, actor } = usePage();
  if (plan.amendmentId || !can(actor, 'plans.edit', plan.mechanismId)) return null;
  if (!planWorkflow.allowedMoves(plan.state).includes('adopt')) return null;
  return (
    <section class="notice">
      <p>{t('plan.notInForce')}</p>
      <p>
        <a class="button second" href={`/plans/${plan.id}/adoption`}>
          {t('planMove.adopt')}
        </a>
      </p>
    </section>
  );
}
