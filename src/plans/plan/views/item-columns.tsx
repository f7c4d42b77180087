import { CodeAndTitle } from '../../../platform/web/code-and-title.js';
import type { Translate } from '../../../platform/i18n/i18n.js';
import { LocalizedText } from '../../../platform/web/prose.js';
import type { Column } from '../../../platform/web/table.js';
import type { Plan, PlanItem } from '../plan.entity.js';

type Row = Pick<PlanItem, 'id' | 'code' | 'title' | 'planId'> & { plan: Pick<Plan, 'title'> };

/** The first columns of a table of items of several plans: the item and its plan. */
export const itemColumns = (t: Translate): Column<Row>[] => [
  {
    label: t('item.item'),
    heading: true,
    cell: (item) => (
      <a href={`/items/${item.id}`}>
        <CodeAndTitle code={item.code} title={item.title} />
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
];
