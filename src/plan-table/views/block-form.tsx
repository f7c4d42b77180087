import { rendition } from '../../platform/i18n/localized.js';
import { Hidden, Select, TextArea } from '../../platform/web/fields.js';
import { Form } from '../../platform/web/form.js';
import { emptyForm, type FormState } from '../../platform/web/submit-form.js';
import { usePage } from '../../platform/web/page-context.js';
import type { CellContext } from '../../exchange/cell.js';
import { type Column, heading } from '../../exchange/cells/cells.js';
import type { TablePage } from '../table-view.js';

interface BlockFormProps {
  planId: string;
  rows: TablePage['rows'];
  columns: Column[];
  context: CellContext;
  state: FormState;
  query: { under: string | null; after: string | null };
}

/** Begins of titles, to tell rows apart by. */
const NAME = 60;

/** A block pasted into a field: what the table takes by the keyboard, without JavaScript. */
export function BlockForm({ planId, rows, columns, context, state, query }: BlockFormProps) {
  const { t, language } = usePage();
  const wrong = Object.keys(state.errors).length > 0;
  const values = { row: rows[0]!.item.id, column: 'code', ...state.values };
  return (
    <details class="card" open={wrong}>
      <summary>{t('table.block')}</summary>
      <Form
        action={`/plans/${planId}/table/preview`}
        state={wrong ? { ...state, values } : emptyForm(values)}
        submit={t('table.preview')}
      >
        <Hidden name="under" value={query.under ?? ''} />
        <Hidden name="after" value={query.after ?? ''} />
        <Hidden name="columns" value={columns.map(({ key }) => key).join(' ')} />
        <Select
          name="row"
          label={t('table.firstRow')}
          options={rows.map(({ item, number }) => ({
            value: item.id,
            label: `${number} · ${item.code} ${rendition(item.title, language).text.slice(0, NAME)}`,
          }))}
          required
        />
        <Select
          name="column"
          label={t('table.firstColumn')}
          options={columns.map((column) => ({
            value: column.key,
            label: heading(column, context.language, context.textLanguage),
          }))}
          required
        />
        <TextArea name="block" label={t('table.blockField')} hint={t('table.blockHint')} rows={8} required />
      </Form>
    </details>
  );
}
