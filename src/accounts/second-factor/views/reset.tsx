import { TextArea } from '../../../platform/web/fields.js';
import { Form } from '../../../platform/web/form.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { Account } from '../../account.entity.js';
import type { Step } from './parts.js';
import { ProofField } from './proof-field.js';

/** An administrator takes the factors of somebody who lost them. */
export function ResetFactorsPage({ account, ...step }: Step & { account: Account }) {
  const { t } = usePage();
  return (
    <Layout
      title={t('resetFactors.title')}
      crumbs={[
        { label: t('accounts.title'), href: '/accounts' },
        { label: account.name, href: `/accounts/${account.id}` },
      ]}
    >
      <p>
        <bdi>{account.name}</bdi> (<bdi>{account.email}</bdi>)
      </p>
      {account.secondFactorSince ? (
        <>
          <p>{t('resetFactors.text')}</p>
          <Form
            action={`/accounts/${account.id}/second-factor`}
            state={step.state}
            submit={t('resetFactors.submit')}
          >
            <TextArea
              name="reason"
              label={t('resetFactors.reason')}
              hint={t('resetFactors.reason.hint')}
              rows={3}
              required
            />
            <ProofField fresh={step.fresh} />
          </Form>
        </>
      ) : (
        <p>{t('resetFactors.none')}</p>
      )}
    </Layout>
  );
}
