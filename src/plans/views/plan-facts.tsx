import type { TextKey } from '../../platform/i18n/i18n.js';
import { usePage } from '../../platform/web/page-context.js';
import { LocalizedText } from '../../platform/web/prose.js';
import { Facts } from '../../platform/web/table.js';
import type { Plan } from '../plan.entity.js';

export interface PlanCounts {
  items: number;
  unmapped: number;
}

export function PlanFacts({ plan, counts }: { plan: Plan; counts: PlanCounts }) {
  const { t, day } = usePage();
  return (
    <Facts
      facts={[
        { label: t('plan.kind'), value: t(`planKind.${plan.kind}` as TextKey) },
        { label: t('plan.state'), value: t(`planState.${plan.state}` as TextKey) },
        { label: t('plan.period'), value: periodOf(plan, day) },
        {
          label: t('plan.adopted'),
          value: plan.adoptedOn && t('plan.adoptedBy', { by: plan.adoptedBy, on: day(plan.adoptedOn) }),
        },
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

export function periodOf(plan: Plan, day: (day: string) => string): string {
  const { periodStart: from, periodEnd: until } = plan;
  return from && until ? `${day(from)} – ${day(until)}` : from || until ? day((from ?? until)!) : '';
}
