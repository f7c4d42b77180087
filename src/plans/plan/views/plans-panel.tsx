import type { TextKey } from '../../../platform/i18n/i18n.js';
import { EmptyState } from '../../../platform/web/design/empty-state.js';
import { usePage } from '../../../platform/web/page-context.js';
import { LocalizedText } from '../../../platform/web/prose.js';
import { Table } from '../../../platform/web/table.js';
import type { Plan } from '../plan.entity.js';
import { periodOf } from '../labels.js';
import { PlanStateTag } from './status-tags.js';

/** The mechanism page's list of plans. */
export function PlansPanel({
  mechanismId,
  plans,
  editable,
}: {
  mechanismId: string;
  plans: Plan[];
  editable: boolean;
}) {
  const { t, day } = usePage();
  return (
    <section>
      <h2>{t('plan.plans')}</h2>
      <Table
        caption={t('plan.plans')}
        rows={plans}
        empty={<EmptyState title={t('plan.none')}>{t('plan.noneText')}</EmptyState>}
        columns={[
          {
            label: t('plan.title'),
            heading: true,
            cell: (plan) => (
              <a href={`/plans/${plan.id}`}>
                <LocalizedText value={plan.title} />
              </a>
            ),
          },
          { label: t('plan.kind'), cell: (plan) => t(`planKind.${plan.kind}` as TextKey) },
          { label: t('plan.state'), cell: (plan) => <PlanStateTag state={plan.state} /> },
          { label: t('plan.period'), cell: (plan) => periodOf(plan, day) },
        ]}
      />
      {editable && (
        <p class="buttons">
          <a class="button second" href={`/mechanisms/${mechanismId}/plans/new`}>
            {t('plan.new')}
          </a>
          <a href={`/mechanisms/${mechanismId}/plans/import?back=/mechanisms/${mechanismId}`}>
            {t('exchange.import.link')}
          </a>
        </p>
      )}
    </section>
  );
}
