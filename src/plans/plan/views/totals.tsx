import { usePage } from '../../../platform/web/page-context.js';
import { Table } from '../../../platform/web/table.js';
import type { Plan } from '../plan.entity.js';
import { type TotalsOfLevel, totalsOf } from '../stated-totals.js';

/** What is counted on each level beside what sources state of it; where they differ, both stand. */
export function Totals({ plan, levels }: { plan: Plan; levels: number[] }) {
  const { t } = usePage();
  const stated = plan.statedTotals ?? [];
  if (stated.length === 0 && levels.length < 2) return null;
  const rows = totalsOf(plan.levelNames, levels, stated);
  return (
    <section>
      <h2>{t(stated.length > 0 ? 'totals.title' : 'plan.counted')}</h2>
      <Table
        caption={t('totals.title')}
        rows={rows}
        empty=""
        columns={[
          {
            label: t('totals.level'),
            heading: true,
            cell: (row) => <bdi>{row.name ?? t('totals.unnamed', { level: row.level })}</bdi>,
          },
          {
            label: t('totals.counted'),
            cell: (row) => row.counted ?? <span class="quiet">{t('totals.noLevel')}</span>,
          },
          ...(stated.length > 0
            ? [{ label: t('totals.stated'), cell: (row: TotalsOfLevel) => <Stated row={row} /> }]
            : []),
        ]}
      />
    </section>
  );
}

function Stated({ row: { counted, stated } }: { row: TotalsOfLevel }) {
  const { t } = usePage();
  return (
    <>
      {stated.map(({ count, source }, index) => (
        <div key={index}>
          <bdi>{source ? t('totals.statedBy', { number: count, source }) : count}</bdi>{' '}
          {counted !== null && counted !== count && <span class="tag">{t('totals.differs')}</span>}
        </div>
      ))}
    </>
  );
}
