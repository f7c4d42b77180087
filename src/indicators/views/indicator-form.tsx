import type { Mechanism } from '../../mechanisms/mechanism/mechanism.entity.js';
import { Hidden, TextField } from '../../platform/web/fields.js';
import { Conflict, Form } from '../../platform/web/form.js';
import { type FormState } from '../../platform/web/submit-form.js';
import { Layout } from '../../platform/web/layout.js';
import { LocalizedFields } from '../../platform/web/localized-fields.js';
import { usePage } from '../../platform/web/page-context.js';
import type { IndicatorInput } from '../indicator.dto.js';
import type { Indicator } from '../indicator.entity.js';
import { recordOf } from '../snapshot.js';
import { useCrumbs, useOwnCrumb } from './crumbs.js';
import { TargetRows } from './target-rows.js';

interface IndicatorFormProps {
  /** Null for a new one. */
  indicator: Indicator | null;
  item: Indicator['item'];
  mechanism: Mechanism;
  /** `targets` are its rows, without the empty ones. */
  state: FormState;
}

export function IndicatorFormPage({ indicator, item, mechanism, state }: IndicatorFormProps) {
  const { t } = usePage();
  const { languages } = mechanism;
  const back = indicator ? `/indicators/${indicator.id}` : `/items/${item.id}`;
  const version = state.conflict ? indicator?.version : state.values.version;
  return (
    <Layout
      title={t(indicator ? 'indicator.edit' : 'indicator.new')}
      crumbs={[...useCrumbs(mechanism, { item }), ...useOwnCrumb(indicator)]}
    >
      <Conflict state={state}>
        {state.conflict?.current !== undefined && (
          <CurrentIndicator current={recordOf(state.conflict.current as IndicatorInput)} />
        )}
      </Conflict>
      <Form
        action={indicator ? back : `${back}/indicators`}
        state={state}
        submit={t(indicator ? 'form.save' : 'indicator.create')}
        cancel={back}
      >
        {indicator && <Hidden name="version" value={version as number} />}
        <TextField name="code" label={t('indicator.code')} hint={t('indicator.codeHint')} short />
        <LocalizedFields name="title" label={t('indicator.title')} languages={languages} required />
        <LocalizedFields
          name="unit"
          label={t('indicator.unit')}
          hint={t('indicator.unitHint')}
          languages={languages}
        />
        <fieldset class="field group">
          <legend>{t('indicator.baseline')}</legend>
          <p class="hint">{t('indicator.figureHint')}</p>
          <div class="pair">
            <TextField name="baseline.value" label={t('reading.value')} />
            <TextField name="baseline.year" label={t('indicator.year')} />
            <TextField name="baseline.text" label={t('indicator.inWords')} />
          </div>
        </fieldset>
        <TargetRows rows={(state.values.targets as unknown[] | undefined)?.length ?? 0} />
        <LocalizedFields name="source" label={t('indicator.source')} languages={languages} />
        <TextField
          name="otherDimension"
          label={t('indicator.otherDimension')}
          hint={t('indicator.otherDimensionHint')}
        />
      </Form>
    </Layout>
  );
}

/** What stands now, where somebody else saved first. */
function CurrentIndicator({ current }: { current: ReturnType<typeof recordOf> }) {
  const { t } = usePage();
  const texts = [current.title, current.unit, current.source].flatMap((text) =>
    Object.values(text?.texts ?? {}),
  );
  const lines = [current.code, ...texts, current.baseline, ...current.targets, current.otherDimension];
  return (
    <div class="versions">
      <div>
        <h3>{t('form.theirs')}</h3>
        {lines.filter(Boolean).map((line, index) => (
          <p key={index} dir="auto">
            {line}
          </p>
        ))}
      </div>
    </div>
  );
}
