import type { Mechanism } from '../../mechanisms/mechanism/mechanism.entity.js';
import { Layout } from '../../platform/web/layout.js';
import { usePage } from '../../platform/web/page-context.js';
import { Facts } from '../../platform/web/table.js';
import type { Plan } from '../../plans/plan/plan.entity.js';
import type { PlanImport } from '../plan-import.entity.js';
import { useCrumbs } from './upload.js';

export function DonePage({ row, mechanism, plan }: { row: PlanImport; mechanism: Mechanism; plan: Plan }) {
  const { t } = usePage();
  const { added, changed, moved, removed, same, leftOut } = row.counts!;
  return (
    <Layout title={t('exchange.done.title')} crumbs={useCrumbs(mechanism, plan)}>
      <p>{t('exchange.done.intro', { file: row.fileName })}</p>
      <Facts
        facts={[
          { label: t('exchange.done.added'), value: added },
          { label: t('exchange.done.changed'), value: changed },
          { label: t('exchange.done.moved'), value: moved },
          { label: t('exchange.done.removed'), value: removed },
          { label: t('exchange.done.same'), value: same },
          { label: t('exchange.done.leftOut'), value: leftOut },
        ]}
      />
      <p class="buttons">
        <a class="button" href={`/plans/${plan.id}`}>
          {t('exchange.done.open')}
        </a>
      </p>
    </Layout>
  );
}
