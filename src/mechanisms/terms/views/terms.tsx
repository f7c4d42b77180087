import { Select, TextArea, TextField } from '../../../platform/web/fields.js';
import { Form } from '../../../platform/web/form.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { Table } from '../../../platform/web/table.js';
import { type Mechanism, OFFICES, type Term } from '../../mechanism/mechanism.entity.js';
import { holderName } from '../../mechanism/mechanism.view.js';
import { crumbsOf, usePeriod, useStateOptions } from '../../mechanism/views/parts.js';

export function TermsPage({
  mechanism,
  terms,
  state,
}: {
  mechanism: Mechanism;
  terms: Term[];
  state: FormState;
}) {
  const { t, language } = usePage();
  const periodText = usePeriod();
  const action = `/mechanisms/${mechanism.id}/terms`;
  return (
    <Layout title={t('terms.edit')} crumbs={crumbsOf(t, mechanism)}>
      <Table
        caption={t('terms.title')}
        rows={terms}
        empty={t('terms.empty')}
        columns={[
          { label: t('terms.holder'), heading: true, cell: (one) => <bdi>{holderName(one, language)}</bdi> },
          { label: t('terms.office'), cell: (one) => t(`terms.office.${one.office}`) },
          { label: t('membership.period'), cell: (one) => periodText(one) },
          {
            label: t('list.actions'),
            cell: (one) => <a href={`${action}/${one.id}/end`}>{t('end.link')}</a>,
          },
        ]}
      />
      <h2>{t('terms.add')}</h2>
      <TermForm action={action} state={state} />
    </Layout>
  );
}

function TermForm({ action, state }: { action: string; state: FormState }) {
  const { t } = usePage();
  const offices = OFFICES.map((value) => ({ value, label: t(`terms.office.${value}`) }));
  return (
    <Form action={action} state={state} submit={t('terms.add')}>
      <Select name="office" label={t('terms.office')} options={offices} required />
      <div class="pair">
        <Select
          name="state"
          label={t('membership.state')}
          hint={t('terms.holder.hint')}
          options={useStateOptions()}
          empty={t('terms.notState')}
        />
        <TextField name="holder" label={t('terms.otherHolder')} hint={t('terms.otherHolder.hint')} />
      </div>
      <div class="pair">
        <TextField name="fromDay" type="date" label={t('period.fromDay')} required />
        <TextField name="untilDay" type="date" label={t('period.untilDay')} />
      </div>
      <TextArea name="source" label={t('membership.source')} hint={t('membership.source.hint')} rows={2} />
    </Form>
  );
}
