import { usePage } from '../../../platform/web/page-context.js';
import { TableSection } from '../../../platform/web/table.js';
import type { PlanItem } from '../../plan/plan.entity.js';
import { itemColumns } from '../../plan/views/item-columns.js';

/** On an objective's page: the plan items that serve it, of the plans the reader may see. */
export function MappedItemsPanel({ items }: { items: PlanItem[] }) {
  const { t } = usePage();
  return <TableSection caption={t('item.mapped')} rows={items} columns={itemColumns(t)} />;
}
