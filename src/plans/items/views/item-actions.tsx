import { usePage } from '../../../platform/web/page-context.js';
import { isEnded, mayChange } from '../../plan/plan-text.js';
import type { PlanItem } from '../../plan/plan.entity.js';
import { maySetPriorities } from '../../plan/views/plan-actions.js';

/** What the reader may do with the item now; what would be refused is not offered. */
export function ItemActions({ item, editable }: { item: PlanItem; editable: boolean }) {
  const { t, actor } = usePage();
  const { id, planId, plan } = item;
  const open = editable && !isEnded(plan);
  const movable = editable && mayChange(plan);
  const links = [
    { href: `/items/${id}/mapping`, label: t('mapping.open'), shown: open },
    { href: `/plans/${planId}/items/new?parent=${id}`, label: t('item.addBelow'), shown: movable },
    { href: `/plans/${planId}/carrying?into=${id}`, label: t('carry.intoItem'), shown: movable },
    { href: `/items/${id}/place`, label: t('item.place'), shown: movable },
    { href: `/items/${id}/removal`, label: t('item.remove'), shown: movable },
    {
      href: `/plans/${planId}/priorities/new?item=${id}`,
      label: t('priority.make'),
      shown: maySetPriorities(actor, plan),
    },
  ];
  return (
    <>
      {open && (
        <a class="button second" href={`/items/${id}/edit`}>
          {t('item.edit')}
        </a>
      )}
      {links
        .filter(({ shown }) => shown)
        .map(({ href, label }) => (
          <a key={href} href={href}>
            {label}
          </a>
        ))}
    </>
  );
}
