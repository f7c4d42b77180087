import { type ComponentChildren, isValidElement } from 'preact';
import { usePage } from './page-context.js';

export interface Column<Row> {
  label: string;
  cell: (row: Row) => ComponentChildren;
  numeric?: boolean;
  /** The cell that names the row. */
  heading?: boolean;
}

interface TableProps<Row> {
  caption: string;
  columns: Column<Row>[];
  rows: readonly Row[];
  /** What stands in place of a table without rows: a sentence, or an `EmptyState`. */
  empty?: ComponentChildren;
  /** Of many columns: it scrolls in itself, and the first column stays. Without, each row is a block on a phone. */
  wide?: boolean;
}

/** A real table; on a narrow screen each row becomes a block whose cells carry their column's name. */
export function Table<Row>({ caption, columns, rows, empty, wide }: TableProps<Row>) {
  const { t } = usePage();
  if (rows.length === 0)
    return isValidElement(empty) ? empty : <p class="quiet">{empty ?? t('list.empty')}</p>;
  const table = (
    <table class={wide ? undefined : 'rows'}>
      <caption class="hidden">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.label} scope="col" class={column.numeric ? 'number' : undefined}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>
            {columns.map((column) =>
              column.heading ? (
                <th key={column.label} scope="row" data-label={column.label}>
                  {column.cell(row)}
                </th>
              ) : (
                <td
                  key={column.label}
                  data-label={column.label}
                  class={column.numeric ? 'number' : undefined}
                >
                  {column.cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
  return wide ? <Wide label={caption}>{table}</Wide> : table;
}

/** What is wider than the page scrolls in itself, by the keyboard too. */
export const Wide = ({ label, children }: { label: string; children: ComponentChildren }) => (
  <div class="wide" role="region" aria-label={label} tabIndex={0}>
    {children}
  </div>
);

/** A table under its caption. */
export function TableSection<Row>(props: TableProps<Row>) {
  return (
    <section>
      <h2>{props.caption}</h2>
      <Table {...props} />
    </section>
  );
}

/** Named facts about one thing. Entries without a value are left out. */
export function Facts({ facts }: { facts: { label: string; value: ComponentChildren }[] }) {
  const shown = facts.filter(
    ({ value }) => value !== null && value !== undefined && value !== '' && value !== false,
  );
  if (shown.length === 0) return null;
  return (
    <dl class="facts">
      {shown.map((fact) => (
        <div key={fact.label}>
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Link to the next page of a list that is paged by cursor. */
export function NextPage({ cursor, href }: { cursor: string | null; href: (cursor: string) => string }) {
  const { t } = usePage();
  if (!cursor) return null;
  return (
    <p class="pages">
      <a class="next-page" href={href(cursor)} rel="next">
        {t('list.next')}
      </a>
    </p>
  );
}
