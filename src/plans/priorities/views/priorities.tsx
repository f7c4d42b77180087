import { CodeAndTitle } from '../../../platform/web/code-and-title.js';
import { usePage } from '../../../platform/web/page-context.js';
import { LocalizedText } from '../../../platform/web/prose.js';
import type { Plan } from '../../plan/plan.entity.js';
import type { PriorityWithStatus } from '../priority-standing.js';
import { type Column, Table } from '../../../platform/web/table.js';
import { maySetPriorities } from '../../plan/views/plan-actions.js';

/** On a plan's page: what is put first today, and what is to come. */
export function PrioritiesSection({ plan, priorities }: { plan: Plan; priorities: PriorityWithStatus[] }) {
  const { t } = usePage();
  if (priorities.length === 0) return null;
  return (
    <section>
      <h2>{t('priority.title')}</h2>
      <PrioritiesTable plan={plan} priorities={priorities} />
      <p>
        <a href={`/plans/${plan.id}/priorities`}>{t('priority.all')}</a>
      </p>
    </section>
  );
}

/** On an item's page: whose priority it is, and when. */
export function ItemPriorities({ plan, priorities }: { plan: Plan; priorities: PriorityWithStatus[] }) {
  const { t } = usePage();
  return (
    <section>
      <h2>{t('priority.ofItem')}</h2>
      <PrioritiesTable plan={plan} priorities={priorities} withoutItem />
    </section>
  );
}

interface TableProps {
  plan: Plan;
  priorities: PriorityWithStatus[];
  withoutItem?: boolean;
}

export function PrioritiesTable({ plan, priorities, withoutItem }: TableProps) {
  const { t, actor } = usePage();
  const term = useTerm();
  const item: Column<PriorityWithStatus> = {
    label: t('item.item'),
    heading: true,
    cell: (priority) => (
      <a href={`/items/${priority.itemId}`}>
        <CodeAndTitle code={priority.item.code} title={priority.item.title} />
      </a>
    ),
  };
  const columns: Column<PriorityWithStatus>[] = [
    ...(withoutItem ? [] : [item]),
    { label: t('priority.setBy'), cell: (priority) => <bdi>{priority.setBy}</bdi> },
    { label: t('priority.term'), cell: term },
    { label: t('priority.standing'), cell: ({ standing }) => t(`priority.${standing}`) },
  ];
  if (priorities.some(({ note }) => note !== null))
    columns.push({ label: t('priority.note'), cell: ({ note }) => note && <LocalizedText value={note} /> });
  if (maySetPriorities(actor, plan))
    columns.push({
      label: t('list.actions'),
      cell: (priority) =>
        priority.standing !== 'past' && (
          <a
            href={`/priorities/${priority.id}/end`}
            aria-label={t('priority.endTitle', { name: priority.item.code })}
          >
            {t('priority.end')}
          </a>
        ),
    });
  return (
    <Table caption={t('priority.title')} rows={priorities} empty={t('priority.none')} columns={columns} />
  );
}

function useTerm() {
  const { t, day } = usePage();
  return ({ fromDay, untilDay }: PriorityWithStatus) =>
    untilDay
      ? t('when.range', { from: day(fromDay), until: day(untilDay) })
      : t('when.openEnded', { from: day(fromDay) });
}
