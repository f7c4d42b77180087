import type { TextKey } from '../../platform/i18n/i18n.js';
import { PostButton } from '../../platform/web/layout.js';
import { usePage } from '../../platform/web/page-context.js';
import type { Plan } from '../plan.entity.js';
import { movesFrom, type PlanMove } from '../plan-workflow.js';

const moveAddresses: Record<Exclude<PlanMove, 'adopt'>, string> = {
  validate: 'validation',
  supersede: 'supersession',
  close: 'closure',
  reopen: 'reopening',
};

export function PlanActions({ plan }: { plan: Plan }) {
  const { t } = usePage();
  return (
    <>
      <a class="button" href={`/plans/${plan.id}/items/new`}>
        {t('plan.addItem')}
      </a>
      <a class="button second" href={`/plans/${plan.id}/edit`}>
        {t('plan.edit')}
      </a>
      {movesFrom(plan.state).map((move) =>
        move === 'adopt' ? (
          <a key={move} href={`/plans/${plan.id}/adoption`}>
            {t('planMove.adopt')}
          </a>
        ) : (
          <PostButton
            key={move}
            action={`/plans/${plan.id}/${moveAddresses[move]}`}
            label={t(`planMove.${move}` as TextKey)}
            quiet
          />
        ),
      )}
    </>
  );
}
