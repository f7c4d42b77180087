import { Select, Hidden, TextField } from '../../../platform/web/fields.js';
import { Form } from '../../../platform/web/form.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { PlanImport } from '../../plan-import.entity.js';
import type { Layout } from '../layout.js';

/** Another sheet, or another row of headings: everything below is then guessed again. */
export function Look({ row, layout }: { row: PlanImport; layout: Layout }) {
  const { t } = usePage();
  const { sheets } = row.content;
  const state = { values: { sheet: String(layout.sheet), headerRow: layout.headerRow }, errors: {} };
  return (
    <Form
      action={`/plan-imports/${row.id}`}
      method="get"
      filters
      state={state}
      submit={t('exchange.match.look')}
    >
      {sheets.length > 1 ? (
        <Select
          name="sheet"
          label={t('exchange.match.sheet')}
          options={sheets.map(({ name, hidden }, index) => ({
            value: String(index),
            label: hidden ? t('exchange.match.hiddenSheet', { name }) : name,
          }))}
          required
        />
      ) : (
        <Hidden name="sheet" value={layout.sheet} />
      )}
      <TextField
        name="headerRow"
        type="number"
        label={t('exchange.match.headerRow')}
        hint={t('exchange.match.headerRowHint')}
        required
        short
      />
    </Form>
  );
}
