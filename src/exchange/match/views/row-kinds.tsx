import type { Sheet } from '../../../platform/spreadsheets/spreadsheet.js';
import { fieldId, useField } from '../../../platform/web/field.js';
import { usePage } from '../../../platform/web/page-context.js';
import { isTitle } from '../../read/item-row.js';
import { readItemRows } from '../../read/item-rows.js';
import { type HeadingKind, headingKinds } from '../../read/row-kinds.js';
import { type Layout, ROW_LEVELS } from '../layout.js';
import { shortened } from './columns.js';

/** Rows that head others: what they are is said once for all rows of a kind. */
export function RowKinds({ sheet, layout }: { sheet: Sheet; layout: Layout }) {
  const { t } = usePage();
  if (layout.hierarchy === 'columns' || !layout.columns.some(isTitle)) return null;
  const kinds = headingKinds(readItemRows(sheet, layout).lines);
  if (kinds.length === 0) return null;
  return (
    <fieldset class="field group">
      <legend>{t('exchange.match.rowKinds')}</legend>
      <p class="hint">{t('exchange.match.rowKindsHint')}</p>
      <table class="rows">
        <thead>
          <tr>
            <th scope="col">{t('exchange.match.rowKind')}</th>
            <th scope="col">{t('exchange.match.rowCount')}</th>
            <th scope="col">{t('exchange.match.rowLevel')}</th>
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => (
            <tr key={kind.key}>
              <th scope="row" data-label={t('exchange.match.rowKind')}>
                <bdi>{shortened(kind.example)}</bdi>
              </th>
              <td data-label={t('exchange.match.rowCount')}>{kind.rows}</td>
              <td data-label={t('exchange.match.rowLevel')}>
                <LevelSelect kind={kind} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </fieldset>
  );
}

function LevelSelect({ kind: { key, example, level } }: { kind: HeadingKind }) {
  const { t } = usePage();
  const name = `rowLevels.${key}`;
  const { value } = useField(name, example);
  const labelOf = (one: string) =>
    /^\d$/.test(one)
      ? t('exchange.match.levelNumber', { number: one })
      : t(one === 'item' ? 'exchange.match.levelItem' : 'exchange.match.levelOut');
  return (
    <select id={fieldId(name)} name={name} aria-label={t('exchange.match.levelOf', { row: example })}>
      <option value="">{t('exchange.match.levelGuessed', { number: level })}</option>
      {ROW_LEVELS.map((one) => (
        <option key={one} value={one} selected={one === value}>
          {labelOf(one)}
        </option>
      ))}
    </select>
  );
}
