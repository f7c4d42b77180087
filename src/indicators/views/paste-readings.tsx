import type { Mechanism } from '../../mechanisms/mechanism/mechanism.entity.js';
import type { FieldErrors } from '../../platform/errors.js';
import { messageText } from '../../platform/i18n/i18n.js';
import { TextArea } from '../../platform/web/fields.js';
import { Form } from '../../platform/web/form.js';
import type { FormState } from '../../platform/web/submit-form.js';
import { useField, fieldId } from '../../platform/web/field.js';
import { Layout } from '../../platform/web/layout.js';
import { usePage } from '../../platform/web/page-context.js';
import type { Indicator } from '../indicator.entity.js';
import type { PastedReading, PastedReadings } from '../pasted-readings.js';
import { READING_COLUMNS, type ReadingColumn } from '../vocabulary.js';
import { useCrumbs } from './crumbs.js';
import { useOwnCrumb } from './indicator-form.js';
import { useDimensionLabel } from './labels.js';

interface PasteReadingsPageProps {
  indicator: Indicator;
  mechanism: Mechanism;
  /** Errors are named `readings.<index>.<column>`. */
  state: FormState;
  /** What was read of the text; null before anything was pasted. */
  read: PastedReadings | null;
}

/** Several readings, pasted as lines: looked at first, recorded all together. */
export function PasteReadingsPage({ indicator, mechanism, state, read }: PasteReadingsPageProps) {
  const { t } = usePage();
  const here = `/indicators/${indicator.id}`;
  const columnLabel = useColumnLabel(indicator);
  const ready = read !== null && read.lines.length > 0 && Object.keys(state.errors).length === 0;
  const order = READING_COLUMNS.map(columnLabel).join('; ');
  return (
    <Layout
      title={t('reading.lines')}
      crumbs={[...useCrumbs(mechanism, indicator), ...useOwnCrumb(indicator)]}
    >
      <p>{t('reading.linesText')}</p>
      <p class="quiet">{t('reading.linesOrder', { order })}</p>
      <Form
        action={`${here}/readings/lines`}
        state={state}
        submit={t('reading.check')}
        cancel={here}
        extra={
          ready && (
            <button type="submit" name="confirmed" value="on">
              {t('reading.recordLines', { count: read.lines.length })}
            </button>
          )
        }
      >
        <TextArea
          name="text"
          label={t('reading.linesField')}
          hint={t('reading.linesHint')}
          rows={10}
          required
        />
        {read !== null && read.unused.length > 0 && (
          <p class="doubt">{t('reading.unused', { list: read.unused.join(', ') })}</p>
        )}
        {read !== null && read.lines.length > 0 && (
          <Outcome indicator={indicator} lines={read.lines} errors={state.errors} />
        )}
      </Form>
    </Layout>
  );
}

function useColumnLabel(indicator: Indicator): (column: ReadingColumn) => string {
  const { t } = usePage();
  const dimensionLabel = useDimensionLabel(indicator);
  return (column) => (column === 'other' ? dimensionLabel(column) : t(`reading.${column}`));
}

interface OutcomeProps {
  indicator: Indicator;
  lines: PastedReading[];
  errors: FieldErrors;
}

/** Every line as it was read, with what would become of it. */
function Outcome({ indicator, lines, errors }: OutcomeProps) {
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
