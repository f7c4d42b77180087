import { Select, Hidden, TextField } from '../../../platform/web/fields.js';
import { Form } from '../../../platform/web/form.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { FieldMessage } from '../../../platform/errors.js';
import type { PlanImport } from '../../plan-import.entity.js';
import { headingDoubt } from '../heading-doubt.js';
import type { Layout } from '../layout.js';

/** Another sheet, or another row of headings: everything below is then guessed again. */
export function Look({ row, layout }: { row: PlanImport; layout: Layout }) {
  const { t } = usePage();
  const { sheets } = row.content;
  const doubt = headingDoubt(sheets[layout.sheet]!, layout);
  const state = { values: { sheet: String(layout.sheet), headerRow: layout.headerRow }, errors: {} };
  return (
    <>
      {doubt && layout.headerRow > 0 && <HeadingQuestion row={row} layout={layout} doubt={doubt} />}
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
    </>
  );
}

/** Asked, and not decided: a row that looks like headings and says nothing that is known. */
function HeadingQuestion({ row, layout, doubt }: { row: PlanImport; layout: Layout; doubt: FieldMessage }) {
  const { t } = usePage();
  const answer = (headerRow: number) =>
    `/plan-imports/${row.id}?sheet=${layout.sheet}&headerRow=${headerRow}`;
  return (
    <section class="doubt">
      <h2>{t('exchange.match.headingQuestion', { row: layout.headerRow })}</h2>
      <p>
        <bdi>{doubt.values?.text}</bdi>
      </p>
      <p class="buttons">
        <a class="button second" href={answer(layout.headerRow)} aria-current="true">
          {t('exchange.match.headingYes')}
        </a>
        <a class="button second" href={answer(0)}>
          {t('exchange.match.headingNo')}
        </a>
      </p>
    </section>
  );
}
