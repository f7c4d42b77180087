import { can } from '../../../accounts/roles.js';
import type { TextKey } from '../../../platform/i18n/i18n.js';
import { PostButton } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { Plan } from '../plan.entity.js';
import { isEnded, mayChange } from '../plan-text.js';
import { type PlanMove, planWorkflow } from '../plan.workflow.js';

const moveAddresses: Record<Exclude<PlanMove, 'adopt'>, string> = {
  validate: 'validation',
  supersede: 'supersession',
  close: 'closure',
  reopen: 'reopening',
};

/** What somebody who keeps the plan does most. */
export function PlanMainActions({ plan }: { plan: Plan }) {
  const { t, actor } = usePage();
  if (!can(actor, 'plans.edit', plan.mechanismId) || isEnded(plan)) return null;
  return (
    <>
      {mayChange(plan) && (
        <a class="button" href={`/plans/${plan.id}/items/new`}>
          {t('plan.addItem')}
        </a>
      )}
      <a href={`/plans/${plan.id}/table`}>{t('table.open')}</a>
    </>
  );
}

/** What else the reader may do with the plan now; what would be refused is not offered. */
export function PlanActions({ plan }: { plan: Plan }) {
  const { t, actor } = usePage();
  const editable = can(actor, 'plans.edit', plan.mechanismId);
  const links = [
    { path: 'priorities/new', label: t('priority.set'), shown: maySetPriorities(actor, plan) },
    { path: 'export.docx', label: t('plan.word'), shown: true },
  ];
  return (
    <>
      {editable && <EditActions plan={plan} />}
      {links
        .filter(({ shown }) => shown)
        .map(({ path, label }) => (
          <a key={path} href={`/plans/${plan.id}/${path}`}>
            {label}
          </a>
        ))}
      {editable && !plan.amendmentId && <Moves plan={plan} />}
      {editable && <PostButton action={`/plans/${plan.id}/removal`} label={t('plan.remove')} quiet />}
    </>
  );
}

export const maySetPriorities = (actor: Parameters<typeof can>[0], plan: Plan) =>
  !isEnded(plan) && can(actor, 'priorities.set', plan.mechanismId);

function EditActions({ plan }: { plan: Plan }) {
  const { t } = usePage();
  return (
    <>
      {!isEnded(plan) && (
        <a class="button second" href={`/plans/${plan.id}/edit`}>
          {t('plan.edit')}
        </a>
      )}
      {mayChange(plan) && <a href={`/plans/${plan.id}/carrying`}>{t('carry.link')}</a>}
    </>
  );
}

function Moves({ plan }: { plan: Plan }) {
  const { t } = usePage();
  return (
    <>
      {planWorkflow.allowedMoves(plan.state).map((move) =>
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
