import { headed } from '../../platform/i18n/isolated.js';
import type { FieldMessage } from '../../platform/errors.js';
import { messageText } from '../../platform/i18n/i18n.js';
import { rendition } from '../../platform/i18n/localized.js';
import { usePage } from '../../platform/web/page-context.js';
import { cellLanguage, heading } from '../../exchange/cells/cells.js';
import type { CellChange, RowPreview } from '../edit-row.js';

/** Cells shown one by one, and problems listed. */
export const MOST_CELLS = 300;

const useNames = () => {
  const { language } = usePage();
  return {
    row: ({ item }: RowPreview) => headed(item.code, rendition(item.title, language).text),
    column: ({ column }: CellChange) => heading(column, cellLanguage(language), ''),
  };
};
const cellId = (row: RowPreview, { column }: CellChange) =>
  `cell-${row.item.id}-${column.key.replace('.', '-')}`;

/** What cannot be done, each with its row and column and a way to it; the keyboard begins here. */
export function Problems({ rows }: { rows: RowPreview[] }) {
  const { t } = usePage();
  const names = useNames();
  const wrong = rows.flatMap((row) => row.cells.flatMap((cell) => (cell.problem ? [{ row, cell }] : [])));
  return (
    <div class="errors" role="alert" tabIndex={-1} autofocus>
      <h2>{t('table.refused', { count: rows.length })}</h2>
      <ul>
        {wrong.slice(0, MOST_CELLS).map(({ row, cell }) => (
          <li key={cellId(row, cell)}>
            <a href={`#${cellId(row, cell)}`}>
              <bdi>{names.row(row)}</bdi>
              {t('mapping.comma')}
              {names.column(cell)}
            </a>
            : {messageText(t, cell.problem!)}
          </li>
        ))}
      </ul>
    </div>
  );
}

export function Cells({ cells }: { cells: { row: RowPreview; cell: CellChange }[] }) {
  const { t } = usePage();
  const names = useNames();
  const labels = (['table.item', 'table.column', 'table.before', 'table.after'] as const).map((key) =>
    t(key),
  );
  return (
    <table class="rows">
      <caption class="hidden">{t('table.previewTitle')}</caption>
      <thead>
        <tr>
          {labels.map((label) => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {cells.map(({ row, cell }) => (
          <tr key={cellId(row, cell)} id={cellId(row, cell)}>
            <th scope="row" data-label={labels[0]}>
              <bdi>{names.row(row)}</bdi>
            </th>
            <td data-label={labels[1]}>{names.column(cell)}</td>
            <td data-label={labels[2]}>
              <span dir="auto" lang={cell.column.language ?? undefined} class="kept">
                {cell.before || '—'}
              </span>
            </td>
            <td data-label={labels[3]}>
              <span dir="auto" lang={cell.column.language ?? undefined} class="kept">
                {cell.after || '—'}
              </span>
              {cell.problem && <Message message={cell.problem} kind="error" />}
              {cell.notices.map((notice) => (
                <Message key={notice.key} message={notice} kind="hint" />
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Message({ message, kind }: { message: FieldMessage; kind: 'error' | 'hint' }) {
  const { t } = usePage();
  return <p class={kind}>{messageText(t, message)}</p>;
}
