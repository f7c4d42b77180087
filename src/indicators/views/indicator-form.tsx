import type { Mechanism } from '../../mechanisms/mechanism/mechanism.entity.js';
import { Hidden, TextField } from '../../platform/web/fields.js';
import { Conflict, Form } from '../../platform/web/form.js';
import type { FormState } from '../../platform/web/submit-form.js';
import { useField, fieldId } from '../../platform/web/field.js';
import { type Crumb, Layout, PostButton } from '../../platform/web/layout.js';
import { LocalizedFields } from '../../platform/web/localized-fields.js';
import { usePage } from '../../platform/web/page-context.js';
import type { IndicatorInput } from '../indicator.dto.js';
import type { Indicator } from '../indicator.entity.js';
import { recordOf } from '../snapshot.js';
import { useCrumbs } from './crumbs.js';
import { useIndicatorName } from './labels.js';

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

export function useOwnCrumb(indicator: Indicator | null): Crumb[] {
  const name = useIndicatorName();
  return indicator ? [{ label: name(indicator), href: `/indicators/${indicator.id}` }] : [];
}

const MORE_ROWS = 3;
const TARGET_PARTS = [
  { part: 'year', label: 'indicator.year' },
  { part: 'value', label: 'reading.value' },
  { part: 'text', label: 'indicator.inWords' },
] as const;

/** A row of fields for each target, and some more for new ones; a row left empty is none. */
function TargetRows({ rows }: { rows: number }) {
  const { t } = usePage();
  return (
    <fieldset class="field group">
      <legend>{t('indicator.targets')}</legend>
      <p class="hint">{t('indicator.targetsHint')}</p>
      <table class="fields">
        <thead>
          <tr>
            {TARGET_PARTS.map(({ part, label }) => (
              <th key={part} scope="col">
                {t(label)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: rows + MORE_ROWS }, (_, row) => (
            <tr key={row}>
              {TARGET_PARTS.map(({ part, label }) => (
                <td key={part}>
                  <CellField
                    name={`targets.${row}.${part}`}
                    label={t('indicator.targetField', { number: row + 1, field: t(label) })}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </fieldset>
  );
}

/** A field in a table: the column says what it is to the eye, its own label to the ear. */
function CellField({ name, label }: { name: string; label: string }) {
  const { value, error } = useField(name, label);
  const id = fieldId(name);
  return (
    <>
      <input
        id={id}
        name={name}
        value={typeof value === 'string' || typeof value === 'number' ? String(value) : ''}
        autocomplete="off"
        aria-label={label}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
      />
      {error && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </>
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

/** Says what would go with an indicator before anything goes. */
export function IndicatorRemovalPage(props: {
  indicator: Indicator;
  mechanism: Mechanism;
  readings: number;
}) {
  const { t } = usePage();
  const { indicator, mechanism, readings } = props;
  const here = `/indicators/${indicator.id}`;
  return (
    <Layout
      title={t('indicator.removeTitle', { name: useIndicatorName()(indicator) })}
      crumbs={[...useCrumbs(mechanism, indicator), ...useOwnCrumb(indicator)]}
    >
      <p>{t('indicator.removeText')}</p>
      {readings > 0 && <p>{t('indicator.removeReadings', { count: readings })}</p>}
      <div class="buttons">
        <PostButton
          action={`${here}/removal`}
          label={t('indicator.remove')}
          fields={{ confirmed: 'on' }}
          danger
        />
        <a href={here}>{t('form.cancel')}</a>
      </div>
    </Layout>
  );
}
