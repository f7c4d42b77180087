import { type ComponentChildren, Fragment } from 'preact';
import { ObjectiveRef } from '../../framework/views/objective-ref.js';
import { usePage } from '../../platform/web/page-context.js';
import { WhenText } from '../../plans/items/views/labels.js';
import { ownersText } from '../../plans/plan/labels.js';
import type { PlanItem } from '../../plans/plan/plan.entity.js';
import { ItemStatusTag } from '../../plans/plan/views/status-tags.js';
import { reporterLabel } from '../../progress/entries/labels.js';
import type { ItemReports, Said } from '../../progress/access/item-reports.js';
import type { SheetContext, SheetRow } from '../sheet-view.js';
import type { SheetColumn } from '../sheet.dto.js';

interface SheetCellProps {
  column: SheetColumn;
  row: Pick<SheetRow, 'item' | 'reports' | 'path'>;
  context: SheetContext;
  open?: boolean;
}

/** What stands in one cell. */
export function SheetCell({ column, row, context, open }: SheetCellProps) {
  const { item, reports } = row;
  if (column === 'reported' || column === 'byReports' || column === 'waiting')
    return row.path ? null : <ReportCell {...{ column, reports, item, context, open }} />;
  const shown = <Fact column={column} item={item} />;
  if (!context.editable.includes(column)) return shown;
  // Objectives lead to what they mean, so what changes them stands beside them.
  if (column === 'objectives')
    return (
      <>
        {shown} <EditCell {...{ column, item, context }}>{null}</EditCell>
      </>
    );
  return <EditCell {...{ column, item, context }}>{shown}</EditCell>;
}

export function Fact({ column, item }: { column: SheetColumn; item: PlanItem }) {
  const { t, language } = usePage();
  switch (column) {
    case 'status':
      return <ItemStatusTag status={item.status} />;
    case 'owners':
      return <bdi>{ownersText(item.owners, t, language)}</bdi>;
    case 'when':
      return <WhenText item={item} />;
    default:
      return <Objectives item={item} />;
  }
}

/** In one run from left to right: "8(a), 9" stays so. */
function Objectives({ item }: { item: PlanItem }) {
  const sorted = [...item.objectives].sort(
    (a, b) => a.objective - b.objective || a.letter.localeCompare(b.letter),
  );
  return (
    <span dir="ltr">
      {sorted.map(({ objective, letter }, index) => (
        <Fragment key={`${objective}${letter}`}>
          {index > 0 && ', '}
          <ObjectiveRef number={objective} letter={letter} />
        </Fragment>
      ))}
    </span>
  );
}

/** A cell that is changed in its place; without JavaScript, on the item's form. */
export function EditCell(props: {
  column: SheetColumn;
  item: PlanItem;
  context: Pick<SheetContext, 'planId'>;
  children: ComponentChildren;
}) {
  const { column, item, context, children } = props;
  const { t } = usePage();
  return (
    <a
      class="change"
      href={`/items/${item.id}/edit`}
      hx-get={`/plans/${context.planId}/cells?item=${item.id}&column=${column}`}
      hx-target="closest td"
      title={t('sheet.change')}
    >
      {children}
      <span class="pencil">
        <span class="hidden">{t('sheet.changeOf', { code: item.code })}</span>
      </span>
    </a>
  );
}

function ReportCell(props: {
  column: SheetColumn;
  reports: ItemReports;
  item: PlanItem;
  context: SheetContext;
  open?: boolean;
}) {
  const { column, reports, item, context, open } = props;
  const { t } = usePage();
  if (column === 'waiting')
    return reports.waiting > 0 ? (
      <Opens {...{ item, context, open }} plain={context.columns.includes('reported')}>
        {t('sheet.waits', { count: reports.waiting })}
      </Opens>
    ) : null;
  if (column === 'byReports') return <ByReports reports={reports} />;
  if (reports.last === null) return <span class="quiet">{t('sheet.never')}</span>;
  return (
    <Opens {...{ item, context, open }}>
      <SaidBy said={reports.last} />
    </Opens>
  );
}

/** Opens the reports on an item under its row; without JavaScript, by the page again. */
function Opens(props: {
  item: PlanItem;
  context: SheetContext;
  open?: boolean;
  /** It leads to the same as the one beside it. */
  plain?: boolean;
  children: ComponentChildren;
}) {
  const { item, context, open, plain, children } = props;
  const { planId, suffix } = context;
  if (plain) return <>{children}</>;
  return (
    <a
      class="opens"
      href={`/plans/${planId}?${open ? 'at' : 'open'}=${item.id}${open ? '' : `&at=${item.id}`}${suffix}#item-${item.id}`}
      aria-expanded={Boolean(open)}
      hx-get={`/plans/${planId}/reports?open=${item.id}${suffix}`}
      hx-target="closest tr"
      hx-swap="afterend"
      data-opens={`reports-${item.id}`}
    >
      {children}
    </a>
  );
}

/** "Kenya, 3 Nov 2026" */
function SaidBy({ said }: { said: Said }) {
  const { t, language, day } = usePage();
  return (
    <bdi>
      {reporterLabel(said, t, language)}
      {t('mapping.comma')}
      {day(said.at.toISOString().slice(0, 10))}
    </bdi>
  );
}

/** What accepted reports say of the status, and whose they are. */
function ByReports({ reports: { status, accepted } }: { reports: ItemReports }) {
  const { t } = usePage();
  const [first] = accepted;
  if (first === undefined) return null;
  return (
    <>
      {status ? <ItemStatusTag status={status} /> : <span class="tag">{t('sheet.reportsDiffer')}</span>}
      <div class="quiet">
        {accepted.length === 1 ? <SaidBy said={first} /> : t('sheet.byReporters', { count: accepted.length })}
      </div>
    </>
  );
}
