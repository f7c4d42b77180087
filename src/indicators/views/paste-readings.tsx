import { listed } from '../../platform/i18n/listed.js';
import type { Mechanism } from '../../mechanisms/mechanism/mechanism.entity.js';
import { TextArea } from '../../platform/web/fields.js';
import { Form } from '../../platform/web/form.js';
import { type FormState } from '../../platform/web/submit-form.js';
import { Layout } from '../../platform/web/layout.js';
import { usePage } from '../../platform/web/page-context.js';
import type { Indicator } from '../indicator.entity.js';
import type { PastedReadings } from '../pasted-readings.js';
import { READING_COLUMNS } from '../vocabulary.js';
import { useCrumbs } from './crumbs.js';
import { useOwnCrumb } from './crumbs.js';
import { useColumnLabel } from './column-label.js';
import { Outcome } from './pasted-outcome.js';

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
  const { t, language } = usePage();
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
          <p class="doubt">{t('reading.unused', { list: listed(read.unused, language) })}</p>
        )}
        {read !== null && read.lines.length > 0 && (
          <Outcome indicator={indicator} lines={read.lines} errors={state.errors} />
        )}
      </Form>
    </Layout>
  );
}
