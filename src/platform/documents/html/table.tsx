import { Caption, Runs, Said } from './text.js';
import { captionText, type Prepared, type PreparedTable } from '../prepared.js';

/** A table in a box of its own, which scrolls on narrow screens, also by the keyboard. */
export function TableBlock({ table, document, name }: TableProps & { name?: string }) {
  const { columns, rows } = table;
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const side = (align: string) =>
    align === 'center' ? 'center' : (align === 'start') === (document.direction === 'ltr') ? 'left' : 'right';
  return (
    <div class="table" role="group" tabIndex={0} aria-label={name ?? (captionText(table) || headsOf(table))}>
      <table class={columns.length > 5 ? 'wide' : undefined}>
        {table.caption && (
          <caption>
            <Caption of={table} />
          </caption>
        )}
        <colgroup>
          {columns.map(({ width }) => (
            <col style={`width:${((width / total) * 100).toFixed(2)}%`} />
          ))}
        </colgroup>
        {columns.some(({ label }) => label !== '') && (
          <thead>
            <tr>
              {columns.map(({ label, align }) =>
                label === '' ? (
                  <td />
                ) : (
                  <th scope="col" class={side(align)}>
                    <Said text={label} />
                  </th>
                ),
              )}
            </tr>
          </thead>
        )}
        <tbody>
          {rows.map((row) => (
            <tr>
              {row.map(({ runs, language, direction }, index) => (
                <td class={side(columns[index]?.align ?? 'start')} lang={language} dir={direction}>
                  <Runs runs={runs} labels={document.labels} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface TableProps {
  table: PreparedTable;
  document: Prepared;
}

/** What a table without a caption is called: by its columns. */
const headsOf = ({ columns }: PreparedTable) =>
  columns
    .map(({ label }) => label)
    .filter(Boolean)
    .join(', ') || undefined;
