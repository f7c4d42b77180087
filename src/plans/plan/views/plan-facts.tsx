import type { TextKey } from '../../../platform/i18n/i18n.js';
import { isolated } from '../../../platform/i18n/isolated.js';
import { usePage } from '../../../platform/web/page-context.js';
import { LocalizedText } from '../../../platform/web/prose.js';
import { Facts } from '../../../platform/web/table.js';
import { periodOf } from '../labels.js';
import type { Plan } from '../plan.entity.js';
import type { PlanOverview } from '../plan-overview.service.js';
import { PlanStateTag } from './status-tags.js';

export function PlanFacts({ plan, overview }: { plan: Plan; overview: PlanOverview }) {
  const { t, day } = usePage();
  const { counts, related, amendments } = overview;
  return (
    <Facts
      facts={[
        { label: t('plan.kind'), value: t(`planKind.${plan.kind}` as TextKey) },
        { label: t('plan.state'), value: <PlanStateTag state={plan.state} /> },
        { label: t('plan.period'), value: periodOf(plan, day) },
        {
          label: t('plan.adopted'),
          value:
            plan.adoptedOn &&
            t('plan.adoptedBy', { by: isolated(plan.adoptedBy ?? ''), on: day(plan.adoptedOn) }),
        },
        {
          label: t('amendment.title'),
          value: amendments > 0 && (
            <a href={`/plans/${plan.id}/amendments`}>{t('amendment.all', { count: amendments })}</a>
          ),
        },
        { label: t('plan.parentPlan'), value: linksTo(related.parent ? [related.parent] : []) },
        { label: t('plan.childPlans'), value: linksTo(related.children) },
        { label: t('plan.formerPlan'), value: linksTo(related.former ? [related.former] : []) },
        { label: t('plan.followers'), value: linksTo(related.followers) },
        { label: t('plan.counted'), value: t('plan.countedItems', { count: counts.items }) },
        {
          label: t('plan.unmapped'),
          value: counts.items > 0 && (
            <a href={`/plans/${plan.id}/unmapped`}>{t('plan.unmappedItems', { count: counts.unmapped })}</a>
          ),
        },
        { label: t('plan.source'), value: plan.source && <LocalizedText value={plan.source} /> },
        { label: t('plan.readers'), value: t(plan.isPublic ? 'plan.public' : 'plan.closed') },
      ]}
    />
  );
}

/** Null for none, so that the fact is left out. */
const linksTo = (plans: Plan[]) =>
  plans.length === 0
    ? null
    : plans.map((plan, index) => (
        <span key={plan.id}>
          {index > 0 && ' · '}
          <a href={`/plans/${plan.id}`}>
            <LocalizedText value={plan.title} />
          </a>
        </span>
      ));
