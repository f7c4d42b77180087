import type { FieldErrors } from '../../platform/errors.js';
import { usePage } from '../../platform/web/page-context.js';
import { fieldId, useField } from '../../platform/web/field.js';
import type { Indicator } from '../indicator.entity.js';
import type { PastedReading } from '../pasted-readings.js';
import { useColumnLabel } from './column-label.js';
import { READING_COLUMNS, type ReadingColumn } from '../vocabulary.js';
import { messageText } from '../../platform/i18n/i18n.js';

interface OutcomeProps {
  indicator: Indicator;
  lines: PastedReading[];
  errors: FieldErrors;
}

/** Every line as it was read, with what would become of it. */
export function Outcome({ indicator, lines, errors }: OutcomeProps) {
  const { t } = usePage();
  const columnLabel = useColumnLabel(indicator);
  const columns = READING_COLUMNS.filter((column) => lines.some(({ cells }) => cells[column]));
  return (
    <table class="rows">
      <caption class="hidden">{t('reading.outcome')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('reading.line')}</th>
          {columns.map((column) => (
            <th key={column} scope="col">
              {columnLabel(column)}
            </th>
          ))}
          <th scope="col">{t('reading.outcome')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ line, cells }, index) => (
          <tr key={line} id={fieldId(`readings.${index}`)}>
            <th scope="row" data-label={t('reading.line')}>
              {line}
            </th>
            {columns.map((column) => (
              <td key={column} data-label={columnLabel(column)}>
                {cells[column] && <bdi>{cells[column]}</bdi>}
              </td>
            ))}
            <td data-label={t('reading.outcome')}>
              <PastedReadingOutcome {...{ indicator, index, line, errors }} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function PastedReadingOutcome(props: {
  indicator: Indicator;
  index: number;
  line: number;
  errors: FieldErrors;
}) {
  const { t } = usePage();
  const columnLabel = useColumnLabel(props.indicator);
  const place = `readings.${props.index}.`;
  // By this name the summary of errors knows the line.
  useField(`readings.${props.index}`, t('reading.lineNumber', { number: props.line }));
  const wrong = Object.entries(props.errors).filter(([name]) => name.startsWith(place));
  if (wrong.length === 0) return <>{t('reading.lineReady')}</>;
  return (
    <ul class="plain">
      {wrong.map(([name, message]) => (
        <li key={name} class="error">
          {columnLabel(name.slice(place.length) as ReadingColumn)}: {messageText(t, message)}
        </li>
      ))}
    </ul>
  );
}
