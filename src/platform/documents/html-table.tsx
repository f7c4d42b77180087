import { Runs } from './html-text.js';
import type { Prepared, PreparedTable } from './prepared.js';

export function TableBlock({
  table: { caption, columns, rows },
  document,
}: {
  table: PreparedTable;
  document: Prepared;
}) {
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const side = (align: string) =>
    align === 'center' ? 'center' : (align === 'start') === (document.direction === 'ltr') ? 'left' : 'right';
  return (
    <div class="table">
      <table>
        {caption && <caption>{caption}</caption>}
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
                    {label}
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
