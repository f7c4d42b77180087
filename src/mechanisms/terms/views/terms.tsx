import type { FormState } from '../../../platform/web/submit-form.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { Table } from '../../../platform/web/table.js';
import { type Mechanism, type Term } from '../../mechanism/mechanism.entity.js';
import { holderName } from '../../mechanism/mechanism.view.js';
import { crumbsOf, usePeriod } from '../../mechanism/views/parts.js';
import { TermForm } from './term-form.js';

export function TermsPage({
  mechanism,
  terms,
  participants,
  state,
}: {
  mechanism: Mechanism;
  terms: Term[];
  /** Codes of who takes part in the mechanism. */
  participants: string[];
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
      <TermForm action={action} state={state} participants={participants} />
    </Layout>
  );
}
