import { can } from '../../../accounts/roles.js';
import { usePage } from '../../../platform/web/page-context.js';
import { Prose } from '../../../platform/web/prose.js';
import type { Amendment } from '../amendment.entity.js';
import type { Plan } from '../../plan/plan.entity.js';

/** Says on a plan's page that its text is being amended, or, to who may change it, that it is fixed and how to begin. */
export function AmendmentNotice({ plan, amendment }: { plan: Plan; amendment: Amendment | null }) {
  const { t, actor } = usePage();
  const editable = can(actor, 'plans.edit', plan.mechanismId);
  const address = `/plans/${plan.id}/amendments`;
  if (amendment) {
    return (
      <section class="notice">
        <h2>{t('amendment.underWay', { number: amendment.number })}</h2>
        <Prose text={amendment.reason} />
        <p>{t('amendment.underWayText')}</p>
        <p class="actions">
          <a href={`${address}#amendment-${amendment.number}`}>{t('amendment.changesLink')}</a>
          {editable && <a href={`${address}/closing`}>{t('amendment.close')}</a>}
        </p>
      </section>
    );
  }
  if (plan.state !== 'adopted' || !editable) return null;
  return (
    <section class="notice">
      <p>
        {t('amendment.fixed')} <a href={`${address}/new`}>{t('amendment.new')}</a>
      </p>
    </section>
  );
}
