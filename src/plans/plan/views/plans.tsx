import { shortNameIn } from '../../../mechanisms/mechanism/mechanism-name.js';
import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { LocalizedText } from '../../../platform/web/prose.js';
import type { Plan } from '../plan.entity.js';
import { PlansPanel } from './plans-panel.js';

/** A mechanism's plans, as a section of it. */
export function PlansPage(props: { mechanism: Mechanism; plans: Plan[]; editable: boolean }) {
  const { t, language } = usePage();
  const { mechanism, plans, editable } = props;
  const current = plans.find(({ state }) => state === 'adopted');
  return (
    <Layout
      title={t('section.plan')}
      crumbs={[{ label: shortNameIn(mechanism, language), href: `/mechanisms/${mechanism.id}` }]}
    >
      {current && (
        <section class="card">
          <p class="quiet">{t('sheet.current')}</p>
          <h2>
            <a href={`/plans/${current.id}`}>
              <LocalizedText value={current.title} />
            </a>
          </h2>
          <p>
            <a class="button" href={`/plans/${current.id}`}>
              {t('sheet.openSheet')}
            </a>
          </p>
        </section>
      )}
      {plans.length === 0 && editable ? (
        <FirstPlan mechanismId={mechanism.id} />
      ) : (
        <PlansPanel mechanismId={mechanism.id} plans={plans} editable={editable} />
      )}
    </Layout>
  );
}

/** The two ways to a first plan, where there is none; each stands once. */
function FirstPlan({ mechanismId }: { mechanismId: string }) {
  const { t } = usePage();
  return (
    <section class="card">
      <p>{t('sheet.firstSteps')}</p>
      <p class="buttons">
        <a class="button" href={`/mechanisms/${mechanismId}/plans/import`}>
          {t('sheet.importFirst')}
        </a>
        <a class="button second" href={`/mechanisms/${mechanismId}/plans/new`}>
          {t('plan.new')}
        </a>
      </p>
    </section>
  );
}
