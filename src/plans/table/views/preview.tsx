import type { Mechanism } from '../../../mechanisms/mechanism.entity.js';
import { type FieldMessage } from '../../../platform/errors.js';
import { messageText, type TextKey } from '../../../platform/i18n/i18n.js';
import { rendition } from '../../../platform/i18n/localized.js';
import { Select } from '../../../platform/web/fields.js';
import { emptyForm, Form } from '../../../platform/web/form.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { cellLanguage, heading } from '../../exchange/cells.js';
import type { CellChange, RowEdit, RowPreview } from '../edit-row.js';
import type { TablePreview } from '../table.service.js';
import { tableAddress } from './table.js';

interface PreviewPageProps {
  preview: TablePreview;
  mechanism: Mechanism;
  query: { under: string | null; after: string | null };
}

/** Cells shown one by one; what cannot be done comes first. */
const MOST_CELLS = 300;

/** What the changes would do, cell by cell, before any of it is done. */
export function PreviewPage({ preview, mechanism, query }: PreviewPageProps) {
  const { t, language } = usePage();
  const { plan, rows, ready, edits } = preview;
  const of = (outcome: RowPreview['outcome']) => rows.filter((row) => row.outcome === outcome);
  const [changed, refused, stale] = [of('changed'), of('refused'), of('stale')];
  const shown = [...stale, ...refused, ...changed].flatMap((row) => row.cells.map((cell) => ({ row, cell })));
  const keep = (kept: RowPreview[]) => edits.filter(({ id }) => kept.some(({ item }) => item.id === id));
  const again = { preview, query, action: `/plans/${plan.id}/table/preview` };
  return (
    <Layout
      title={t('table.previewTitle')}
      crumbs={[
        { label: mechanism.shortName, href: `/mechanisms/${mechanism.id}` },
        { label: rendition(plan.title, language).text, href: `/plans/${plan.id}` },
        { label: t('table.title'), href: tableAddress(plan.id, query) },
      ]}
    >
      {shown.length === 0 && <p class="notice">{t('table.nothing')}</p>}
      {changed.length > 0 && <p>{t('table.willChange', { count: changed.length })}</p>}
      {stale.length > 0 && (
        <div class="conflict" role="alert">
          <h2>{t('table.stale', { count: stale.length })}</h2>
          <p>{t('table.staleText')}</p>
        </div>
      )}
      {refused.length > 0 && <Problems rows={refused} />}
      {shown.length > 0 && <Cells cells={shown.slice(0, MOST_CELLS)} />}
      {shown.length > MOST_CELLS && <p>{t('table.more', { count: shown.length - MOST_CELLS })}</p>}
      <Readings {...again} />
      <div class="buttons">
        {ready && (
          <Changes {...again} action={`/plans/${plan.id}/table`} edits={edits} label={t('table.apply')} />
        )}
        {stale.length > 0 && (
          <Changes {...again} edits={withVersions(edits, rows)} label={t('table.keepMine')} second />
        )}
        {!ready && changed.length > 0 && (
          <Changes {...again} edits={keep(changed)} label={t('table.leaveOut')} second />
        )}
        <a href={tableAddress(plan.id, query)}>{t('table.back')}</a>
      </div>
    </Layout>
  );
}

const withVersions = (edits: readonly RowEdit[], rows: RowPreview[]) =>
  edits.map((edit) => ({ ...edit, version: rows.find(({ item }) => item.id === edit.id)!.item.version }));

const useNames = () => {
  const { language } = usePage();
  return {
    row: ({ item }: RowPreview) => `${item.code} ${rendition(item.title, language).text}`.trim(),
    column: ({ column }: CellChange) => heading(column, cellLanguage(language), ''),
  };
};
const cellId = (row: RowPreview, { column }: CellChange) =>
  `cell-${row.item.id}-${column.key.replace('.', '-')}`;

/** What cannot be done, each with its row and column and a way to it; the keyboard begins here. */
function Problems({ rows }: { rows: RowPreview[] }) {
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

function Cells({ cells }: { cells: { row: RowPreview; cell: CellChange }[] }) {
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

interface AgainProps {
  preview: TablePreview;
  query: PreviewPageProps['query'];
  action: string;
}

/** The changes once more, to be done or looked at again. */
function Changes(props: AgainProps & { edits: readonly RowEdit[]; label: string; second?: boolean }) {
  const { preview, query, action, edits, label, second } = props;
  const { csrf } = usePage();
  const { dayOrder, unknownOwner } = preview.reading;
  const fields = { _csrf: csrf, changes: JSON.stringify(edits), dayOrder, unknownOwner, ...query };
  return (
    <form method="post" action={action} class="inline">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value ?? ''} />
      ))}
      <button type="submit" class={second ? 'second' : undefined}>
        {label}
      </button>
    </form>
  );
}

/** Where something may be read in two ways, which is meant. */
function Readings({ preview, query, action }: AgainProps) {
  const { t } = usePage();
  const noticed = preview.rows.flatMap(({ cells }) =>
    cells.flatMap(({ notices }) => notices.map(({ key }) => key)),
  );
  const { dayOrder, unknownOwner } = preview.reading;
  const ambiguous = dayOrder !== null || noticed.includes('exchange.notice.whenAmbiguous');
  const unknown =
    unknownOwner !== 'partner' || noticed.some((key) => key.startsWith('exchange.notice.owner.'));
  if (!ambiguous && !unknown) return null;
  const state = emptyForm({ dayOrder: dayOrder ?? '', unknownOwner });
  return (
    <Form action={action} state={state} submit={t('table.readAgain')}>
      <input type="hidden" name="changes" value={JSON.stringify(preview.edits)} />
      <input type="hidden" name="under" value={query.under ?? ''} />
      <input type="hidden" name="after" value={query.after ?? ''} />
      {ambiguous && (
        <Select
          name="dayOrder"
          label={t('table.dayOrder')}
          empty={t('table.dayOrder.none')}
          options={(['day-first', 'month-first'] as const).map((value) => ({
            value,
            label: t(`table.dayOrder.${value}` as TextKey),
          }))}
        />
      )}
      {unknown && (
        <Select
          name="unknownOwner"
          label={t('table.unknownOwner')}
          options={(['partner', 'group', 'working-group'] as const).map((value) => ({
            value,
            label: t(`table.unknownOwner.${value}` as TextKey),
          }))}
        />
      )}
    </Form>
  );
}
