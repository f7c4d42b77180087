import { usePage } from '../../platform/web/page-context.js';
import type { Plan } from '../../plans/plan/plan.entity.js';
import { mayChange } from '../../plans/plan/plan-text.js';
import { EXPORT_FORMATS } from '../export/export-files.js';

/** At the end of a plan's page: the plan as a file, and a file into the plan. */
export function ExchangePanel({ plan, editable }: { plan: Plan; editable: boolean }) {
  const { t } = usePage();
  const ended = plan.state === 'superseded' || plan.state === 'closed';
  return (
    <section>
      <h2>{t('exchange.panel.title')}</h2>
      <p class="buttons">
        {EXPORT_FORMATS.map((format) => (
          <a key={format} href={`/plans/${plan.id}/export.${format}`} download>
            {t(`exchange.panel.${format}`)}
          </a>
        ))}
        {editable && !ended && (
          <a class="button second" href={`/plans/${plan.id}/import`}>
            {t('exchange.panel.import')}
          </a>
        )}
      </p>
      {editable && !ended && !mayChange(plan) && <p class="hint">{t('exchange.panel.adopted')}</p>}
    </section>
  );
}
