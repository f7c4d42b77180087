import { TEXT_FIELDS } from '../../cells/text-fields.js';
import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import { columnName } from '../../../platform/spreadsheets/spreadsheet.js';
import { fieldId, useField } from '../../../platform/web/field.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { PlanImport } from '../../plan-import.entity.js';
import { headingsOf } from '../guess-layout.js';
import type { Layout } from '../layout.js';
import { useLabel, usesOffered } from '../use-labels.js';

export function Columns({
  row,
  layout,
  mechanism,
}: {
  row: PlanImport;
  layout: Layout;
  mechanism: Mechanism;
}) {
  const { t } = usePage();
  const sheet = row.content.sheets[layout.sheet]!;
  const heads = headingsOf(sheet, layout.headerRow);
  const rows = sheet.rows.filter(({ number }) => number > layout.headerRow);
  const inUse = layout.columns.flatMap((use) =>
    use
      .split('.')
      .slice(1)
      .filter((one) => /^[a-z]{2}$/.test(one)),
  );
  const languages = new Set([...mechanism.languages, ...inUse]);
  languages.delete(layout.textLanguage);
  const uses = [...TEXT_FIELDS, ...usesOffered([...languages])];
  const { error } = useField('columns');
  return (
    <fieldset class={error ? 'field group wrong' : 'field group'}>
      <legend>{t('exchange.match.columns')}</legend>
      <p class="hint">{t('exchange.match.columnsHint')}</p>
      {error && <p class="error">{error}</p>}
      <table class="rows">
        <thead>
          <tr>
            <th scope="col">{t('exchange.match.column')}</th>
            <th scope="col">{t('exchange.match.examples')}</th>
            <th scope="col">{t('exchange.match.use')}</th>
          </tr>
        </thead>
        <tbody>
          {layout.columns.map((_, column) => {
            const texts = rows.flatMap(({ cells }) => (cells[column] ? [cells[column]] : []));
            const examples = [...new Set(texts)].slice(0, 3);
            return (
              <tr key={column}>
                <th scope="row" data-label={t('exchange.match.column')}>
                  <span class="code">{columnName(column)}</span> <bdi>{heads[column]}</bdi>
                </th>
                <td data-label={t('exchange.match.examples')} class="quiet">
                  {examples.map((text) => (
                    <div key={text}>
                      <bdi>{shortened(text)}</bdi>
                    </div>
                  ))}
                </td>
                <td data-label={t('exchange.match.use')}>
                  <UseSelect column={column} label={heads[column] || columnName(column)} uses={uses} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </fieldset>
  );
}

export const shortened = (text: string) => (text.length > 60 ? `${text.slice(0, 59)}…` : text);

function UseSelect({ column, label, uses }: { column: number; label: string; uses: readonly string[] }) {
  const { t, language } = usePage();
  const name = `columns.${column}`;
  const { value, error } = useField(name, label);
  return (
    <>
      <select
        id={fieldId(name)}
        name={name}
        aria-label={t('exchange.match.useOf', { column: label })}
        aria-invalid={error ? 'true' : undefined}
      >
        <option value="">{t('exchange.use.none')}</option>
        {uses.map((use) => (
          <option key={use} value={use} selected={use === value}>
            {useLabel(use, t, language)}
          </option>
        ))}
      </select>
      {error && <p class="error">{error}</p>}
    </>
  );
}
