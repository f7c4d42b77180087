import type { Mechanism } from '../../mechanisms/mechanism.entity.js';
import type { TextKey } from '../../platform/i18n/i18n.js';
import { rendition } from '../../platform/i18n/localized.js';
import { CheckBox, Hidden, Select, TextArea, TextField } from '../../platform/web/fields.js';
import { Conflict, Form, type FormState } from '../../platform/web/form.js';
import { Layout } from '../../platform/web/layout.js';
import { LocalizedFields } from '../../platform/web/localized-fields.js';
import { usePage } from '../../platform/web/page-context.js';
import type { Plan } from '../plan.entity.js';
import { PLAN_KINDS } from '../vocabulary.js';

export function PlanFormPage({
  mechanism,
  plan,
  state,
}: {
  mechanism: Mechanism;
  plan: Plan | null;
  state: FormState;
}) {
  const { t, language } = usePage();
  const current = state.conflict?.current as Plan | undefined;
  return (
    <Layout
      title={t(plan ? 'plan.edit' : 'plan.new')}
      crumbs={[
        { label: mechanism.shortName, href: `/mechanisms/${mechanism.id}` },
        ...(plan ? [{ label: rendition(plan.title, language).text, href: `/plans/${plan.id}` }] : []),
      ]}
    >
      <Conflict state={state}>{current && <p>{rendition(current.title, language).text}</p>}</Conflict>
      <Form
        action={plan ? `/plans/${plan.id}` : `/mechanisms/${mechanism.id}/plans`}
        state={state}
        submit={t(plan ? 'form.save' : 'plan.create')}
        cancel={plan ? `/plans/${plan.id}` : `/mechanisms/${mechanism.id}`}
      >
        {plan && <Hidden name="version" value={current?.version ?? (state.values.version as number)} />}
        <LocalizedFields name="title" label={t('plan.title')} languages={mechanism.languages} required />
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
        <LocalizedFields name="source" label={t('plan.source')} languages={mechanism.languages} />
        <LocalizedFields name="note" label={t('plan.note')} languages={mechanism.languages} long />
        <CheckBox name="isPublic" label={t('plan.isPublic')} hint={t('plan.isPublicHint')} />
      </Form>
    </Layout>
  );
}

export function AdoptPage({ plan, state }: { plan: Plan; state: FormState }) {
  const { t, language } = usePage();
  const title = rendition(plan.title, language).text;
  return (
    <Layout title={t('planMove.adopt')} crumbs={[{ label: title, href: `/plans/${plan.id}` }]}>
      <p>{t('plan.adoptText')}</p>
      <Form
        action={`/plans/${plan.id}/adoption`}
        state={state}
        submit={t('planMove.adopt')}
        cancel={`/plans/${plan.id}`}
      >
        <TextField name="by" label={t('plan.adoptedByField')} hint={t('plan.adoptedByHint')} required />
        <TextField name="on" type="date" label={t('plan.adoptedOnField')} required />
      </Form>
    </Layout>
  );
}
