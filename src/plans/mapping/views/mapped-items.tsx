import { usePage } from '../../../platform/web/page-context.js';
import { LocalizedText } from '../../../platform/web/prose.js';
import { Table } from '../../../platform/web/table.js';
import type { PlanItem } from '../../plan/plan.entity.js';

/** On an objective's page: the plan items that serve it, of the plans the reader may see. */
export function MappedItemsPanel({ items }: { items: PlanItem[] }) {
  const { t } = usePage();
  return (
    <section>
      <h2>{t('item.mapped')}</h2>
      <Table
        caption={t('item.mapped')}
        rows={items}
        rowKey={(item) => item.id}
        empty={t('list.empty')}
        columns={[
          {
            label: t('item.item'),
            heading: true,
            cell: (item) => (
              <a href={`/items/${item.id}`}>
                {item.code} <LocalizedText value={item.title} />
              </a>
            ),
          },
          {
            label: t('plan.plan'),
            cell: (item) => (
              <a href={`/plans/${item.planId}`}>
                <LocalizedText value={item.plan.title} />
              </a>
            ),
          },
        ]}
      />
    </section>
  );
}
