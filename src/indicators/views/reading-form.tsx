import type { Mechanism } from '../../mechanisms/mechanism/mechanism.entity.js';
import { Select, TextArea, TextField } from '../../platform/web/fields.js';
import { Conflict, Form } from '../../platform/web/form.js';
import type { FormState } from '../../platform/web/submit-form.js';
import { Layout } from '../../platform/web/layout.js';
import { usePage } from '../../platform/web/page-context.js';
import type { Indicator, Reading } from '../indicator.entity.js';
import { SEXES } from '../vocabulary.js';
import { useCrumbs } from './crumbs.js';
import { useOwnCrumb } from './crumbs.js';
import { useDimensionLabel } from './labels.js';

interface ReadingPageProps {
  indicator: Indicator;
  mechanism: Mechanism;
  state: FormState;
}

export function ReadingPage({ indicator, mechanism, state }: ReadingPageProps) {
  const { t } = usePage();
  const here = `/indicators/${indicator.id}`;
  return (
    <Layout
      title={t('reading.add')}
      crumbs={[...useCrumbs(mechanism, indicator), ...useOwnCrumb(indicator)]}
      actions={<a href={`${here}/readings/lines`}>{t('reading.lines')}</a>}
    >
      <p>{t('reading.addText')}</p>
      <Form action={`${here}/readings`} state={state} submit={t('reading.create')} cancel={here}>
        <ReadingFields indicator={indicator} />
      </Form>
    </Layout>
  );
}

/** Two forms: what should stand instead, or taking the reading back. */
export function CorrectionPage(props: ReadingPageProps & { reading: Reading; withdrawal: FormState }) {
  const { t } = usePage();
  const { indicator, mechanism, reading, state, withdrawal } = props;
  const here = `/readings/${reading.id}`;
  return (
    <Layout
      title={t('reading.correctTitle')}
      crumbs={[...useCrumbs(mechanism, indicator), ...useOwnCrumb(indicator)]}
    >
      <p>{t('reading.correctText')}</p>
      <Conflict state={state} />
      <Form
        action={`${here}/correction`}
        state={state}
        submit={t('reading.correctSubmit')}
        cancel={`/indicators/${indicator.id}`}
      >
        <ReadingFields indicator={indicator} />
        <TextField name="reason" label={t('reading.reason')} />
      </Form>
      <section class="group">
        <h2>{t('reading.withdraw')}</h2>
        <p>{t('reading.withdrawText')}</p>
        <Conflict state={withdrawal} />
        <Form action={`${here}/withdrawal`} state={withdrawal} submit={t('reading.withdraw')}>
          <TextField name="reason" label={t('reading.withdrawReason')} required />
        </Form>
      </section>
    </Layout>
  );
}

function ReadingFields({ indicator }: { indicator: Indicator }) {
  const { t } = usePage();
  const dimensionLabel = useDimensionLabel(indicator);
  return (
    <>
      <TextField name="period" label={t('reading.period')} hint={t('reading.periodHint')} required short />
      <TextField name="value" label={t('reading.value')} hint={t('indicator.figureHint')} required short />
      <fieldset class="field group">
        <legend>{t('reading.brokenDown')}</legend>
        <p class="hint">{t('reading.brokenDownHint')}</p>
        <div class="pair">
          <Select
            name="sex"
            label={t('reading.sex')}
            empty={t('reading.together')}
            options={SEXES.map((value) => ({ value, label: t(`sex.${value}`) }))}
          />
          <TextField name="ageGroup" label={t('reading.ageGroup')} />
          <TextField name="migrationStatus" label={t('reading.migrationStatus')} />
          <TextField name="other" label={dimensionLabel('other')} />
        </div>
      </fieldset>
      <TextField name="source" label={t('reading.source')} />
      <TextArea name="note" label={t('reading.note')} rows={3} />
    </>
  );
}
