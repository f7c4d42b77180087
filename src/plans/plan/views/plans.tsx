import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { Plan } from '../plan.entity.js';
import { PlansPanel } from './plans-panel.js';

/** A mechanism's plans, as a section of it. */
export function PlansPage(props: { mechanism: Mechanism; plans: Plan[]; editable: boolean }) {
  const { t } = usePage();
  const { mechanism, plans, editable } = props;
  return (
    <Layout
      title={t('section.plan')}
      crumbs={[{ label: mechanism.shortName, href: `/mechanisms/${mechanism.id}` }]}
    >
      <PlansPanel mechanismId={mechanism.id} plans={plans} editable={editable} />
    </Layout>
  );
}
