import { shortNameIn } from '../../../mechanisms/mechanism/mechanism-name.js';
import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import type { TextKey } from '../../../platform/i18n/i18n.js';
import { rendition } from '../../../platform/i18n/localized.js';
import { CheckBox, Hidden, Select, TextArea, TextField } from '../../../platform/web/fields.js';
import { Conflict, Form } from '../../../platform/web/form.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import { Layout } from '../../../platform/web/layout.js';
import { HiddenFields } from '../../../platform/web/hidden-fields.js';
import { LocalizedFields, TranslationFields } from '../../../platform/web/localized-fields.js';
import { usePage } from '../../../platform/web/page-context.js';
import { statedTotalText } from '../plan.dto.js';
import type { Plan } from '../plan.entity.js';
import { mayChange } from '../plan-text.js';
import { BothPlans } from '../../items/views/both-versions.js';
import { FixedNotice } from './fixed-notice.js';
import { PLAN_KINDS } from '../vocabulary.js';

export function PlanFormPage({
  mechanism,
  plan,
  others,
  state,
}: {
  mechanism: Mechanism;
  plan: Plan | null;
  /** The mechanism's other plans. */
  others: Plan[];
  state: FormState;
}) {
  const { t, language } = usePage();
  const fixed = plan !== null && !mayChange(plan);
  const current = state.conflict?.current as Plan | undefined;
  return (
    <Layout
      title={t(plan ? 'plan.edit' : 'plan.new')}
      crumbs={[
        { label: shortNameIn(mechanism, language), href: `/mechanisms/${mechanism.id}` },
        ...(plan ? [{ label: rendition(plan.title, language).text, href: `/plans/${plan.id}` }] : []),
      ]}
    >
      <Conflict state={state}>{current && <BothPlans current={current} typed={state.values} />}</Conflict>
      <Form
        action={plan ? `/plans/${plan.id}` : `/mechanisms/${mechanism.id}/plans`}
        state={state}
        submit={t(plan ? 'form.save' : 'plan.create')}
        cancel={plan ? `/plans/${plan.id}` : `/mechanisms/${mechanism.id}`}
      >
        {plan && <Hidden name="version" value={current?.version ?? (state.values.version as number)} />}
        {fixed ? (
          <FixedText plan={plan} languages={mechanism.languages} state={state} />
        ) : (
          <PlanText languages={mechanism.languages} />
        )}
        <RelatedFields others={others} />
        <TextArea
          name="statedTotals"
          label={t('plan.statedTotals')}
          hint={t('plan.statedTotalsHint')}
          rows={3}
        />
        <LocalizedFields name="source" label={t('plan.source')} languages={mechanism.languages} />
        <LocalizedFields name="note" label={t('plan.note')} languages={mechanism.languages} long />
        <CheckBox name="isPublic" label={t('plan.isPublic')} hint={t('plan.isPublicHint')} />
      </Form>
    </Layout>
  );
}

function PlanText({ languages }: { languages: string[] }) {
  const { t } = usePage();
  return (
    <>
      <LocalizedFields name="title" label={t('plan.title')} languages={languages} required />
      <Select
        name="kind"
        label={t('plan.kind')}
        options={PLAN_KINDS.map((value) => ({ value, label: t(`planKind.${value}` as TextKey) }))}
        required
      />
      <div class="pair">
        <TextField name="periodStart" type="date" label={t('plan.periodStart')} />
        <TextField name="periodEnd" type="date" label={t('plan.periodEnd')} />
      </div>
      <TextArea name="levelNames" label={t('plan.levelNames')} hint={t('plan.levelNamesHint')} rows={3} />
    </>
  );
}

/** What the plan itself says is carried along; only translations are asked for. */
function FixedText({ plan, languages, state }: { plan: Plan; languages: string[]; state: FormState }) {
  const { t, language } = usePage();
  const { kind, periodStart, periodEnd, levelNames } = state.values;
  return (
    <>
      <FixedNotice plan={plan} text={t('plan.fixedFields')} name={rendition(plan.title, language).text} />
      <HiddenFields values={{ kind, periodStart, periodEnd, levelNames }} />
      <TranslationFields name="title" label={t('plan.title')} languages={languages} />
    </>
  );
}

function RelatedFields({ others }: { others: Plan[] }) {
  const { t, language } = usePage();
  if (others.length === 0) return null;
  const options = others.map(({ id, title }) => ({ value: id, label: rendition(title, language).text }));
  return (
    <div class="pair">
      <Select
        name="parentPlanId"
        label={t('plan.parentPlan')}
        hint={t('plan.parentPlanHint')}
        empty={t('plan.noPlan')}
        options={options}
      />
      <Select
        name="formerPlanId"
        label={t('plan.formerPlan')}
        hint={t('plan.formerPlanHint')}
        empty={t('plan.noPlan')}
        options={options}
      />
    </div>
  );
}

/** A plan in the shape of its form. */
export const formValuesOf = (plan: Plan): Record<string, unknown> => ({
  ...plan,
  levelNames: plan.levelNames.join('\n'),
  statedTotals: (plan.statedTotals ?? []).map(statedTotalText).join('\n'),
});
