import { type Mark, Status } from '../../../platform/web/design/status.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { ItemStatus, PlanState } from '../vocabulary.js';

const ITEMS: Record<ItemStatus, Mark> = {
  planned: 'open',
  ongoing: 'half',
  completed: 'full',
  postponed: 'waits',
  discontinued: 'stopped',
};

/** How an item stands; nothing where it is not said. */
export function ItemStatusTag({ status }: { status: string | null }) {
  const { t } = usePage();
  return (
    status && <Status mark={ITEMS[status as ItemStatus]}>{t(`itemStatus.${status as ItemStatus}`)}</Status>
  );
}

const PLANS: Record<PlanState, Mark> = {
  draft: 'draft',
  validated: 'half',
  adopted: 'full',
  superseded: 'stopped',
  closed: 'stopped',
};

export function PlanStateTag({ state }: { state: PlanState }) {
  const { t } = usePage();
  return <Status mark={PLANS[state]}>{t(`planState.${state}`)}</Status>;
}
