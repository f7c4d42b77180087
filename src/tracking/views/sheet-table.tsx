import { usePage } from '../../platform/web/page-context.js';
import { SIBLINGS } from '../../plans/plan/tree-page.js';
import { Wide } from '../../platform/web/table.js';
import { sheetAddress } from '../sheet-address.js';
import type { MoreRow, SheetContext, SheetRow, SheetView } from '../sheet-view.js';
import type { SheetColumn, SheetQuery } from '../sheet.dto.js';
import { COLUMN_KEYS } from '../sheet-words.js';
import { ItemRow } from './item-row.js';
import { OpenedRow } from './opened-row.js';

/** By which order a column's head sorts; mappings have none. */
const SORTED_BY: Partial<Record<SheetColumn, SheetQuery['sort']>> = {
  owners: 'owners',
  when: 'when',
  reported: 'reported',
  waiting: 'waiting',
};

interface SheetTableProps {
  view: SheetView;
  query: SheetQuery;
  context: SheetContext;
}

/** The sheet: it scrolls in itself, its heads and the column that names the rows stay. */
export function SheetTable({ view, query, context }: SheetTableProps) {
  const { t } = usePage();
  const sort = (by: SheetQuery['sort'], label: string) => (
    <SortLink key={by} {...{ by, label, query, planId: context.planId }} />
  );
  return (
    <Wide label={t('sheet.title')}>
      <table class="tracking">
        <caption class="hidden">{t('sheet.title')}</caption>
        <thead>
          <tr>
            <th scope="col" aria-sort={ariaSort(query, 'code')}>
              {sort('code', t('item.item'))}
            </th>
            {view.columns.map((column) => {
              const by = SORTED_BY[column];
              const label = t(COLUMN_KEYS[column]);
              return (
                <th key={column} scope="col" aria-sort={by ? ariaSort(query, by) : undefined}>
                  {by ? sort(by, label) : label}
                </th>
              );
            })}
            {context.movable && !view.flat && <th scope="col">{t('item.place')}</th>}
          </tr>
        </thead>
        {partsOf(view, query).map((rows, index) => (
          <tbody key={index}>
            <Rows
              rows={rows}
              context={{ ...context, folds: isWhole(view, query) }}
              open={view.open}
              flat={view.flat}
            />
          </tbody>
        ))}
      </table>
    </Wide>
  );
}

/** Whether nothing was asked for but the plan from its beginning. */
const isWhole = ({ flat, open }: SheetView, { under, at, from }: SheetQuery) =>
  !flat && !open && !under && !at && from === 0;

/** The rows of each item of the first level: on a phone they are closed together. */
function partsOf(view: SheetView, query: SheetQuery): SheetView['rows'][] {
  if (!isWhole(view, query)) return [view.rows];
  const parts: SheetView['rows'][] = [];
  for (const row of view.rows) {
    const begins = parts.length === 0 || (row.kind === 'item' ? row.depth === 0 : row.under === null);
    if (begins) parts.push([row]);
    else parts.at(-1)!.push(row);
  }
  return parts;
}

const ariaSort = (query: SheetQuery, by: SheetQuery['sort']) =>
  query.sort === by ? (query.desc ? 'descending' : 'ascending') : undefined;

/** Up, down, and back to the order of the plan. */
function SortLink(props: { by: SheetQuery['sort']; label: string; query: SheetQuery; planId: string }) {
  const { by, label, query, planId } = props;
  const current = query.sort === by;
  const next = current && query.desc ? { sort: null, desc: false } : { sort: by, desc: current };
  return (
    <a href={sheetAddress(planId, { ...query, ...next, from: 0, open: null })}>
      {label}
      {current && <span aria-hidden="true">{query.desc ? ' ↓' : ' ↑'}</span>}
    </a>
  );
}

interface RowsProps {
  rows: readonly (SheetRow | MoreRow)[];
  context: SheetContext;
  open?: SheetView['open'];
  flat?: boolean;
}

/** Rows without the table around them. */
export function Rows({ rows, context, open, flat }: RowsProps) {
  const width = context.columns.length + 1 + (context.movable && !flat ? 1 : 0);
  return (
    <>
      {rows.map((row) =>
        row.kind === 'more' ? (
          <More key={`${row.way}${row.under}`} row={row} context={context} width={width} />
        ) : (
          <>
            <ItemRow
              key={row.item.id}
              row={row}
              context={context}
              flat={flat}
              open={open?.itemId === row.item.id}
            />
            {open?.itemId === row.item.id && (
              <OpenedRow itemId={row.item.id} entries={open.entries} width={width} />
            )}
          </>
        ),
      )}
    </>
  );
}

function More({ row, context, width }: { row: MoreRow; context: SheetContext; width: number }) {
  const { t } = usePage();
  const { way, from, total, under } = row;
  const { planId, suffix } = context;
  const query = (first: number) =>
    new URLSearchParams({ ...(under && { under }), ...(first > 0 && { from: String(first) }) }).toString();
  // Those before are a page of their own: put in above, they would push away what is being read.
  const htmx = way === 'after' && {
    'hx-get': `/plans/${planId}/branch?${query(from)}${suffix}`,
    'hx-target': 'closest tr',
    'hx-swap': 'outerHTML',
  };
  return (
    <tr class="more">
      <th scope="row" colSpan={width}>
        <a
          href={`/plans/${planId}?${query(from)}${suffix}`}
          rel={way === 'after' ? 'next' : 'prev'}
          {...htmx}
        >
          {t('tree.more', { first: from + 1, last: Math.min(total, from + SIBLINGS), total })}
        </a>
      </th>
    </tr>
  );
}
