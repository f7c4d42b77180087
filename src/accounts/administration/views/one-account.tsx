import { Fragment, type VNode } from 'preact';
import { TextField } from '../../../platform/web/fields.js';
import { Form } from '../../../platform/web/form.js';
import { Layout, PostButton } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import { Facts } from '../../../platform/web/table.js';
import type { AddressChange } from '../../address/address-change.entity.js';
import { PendingAddress } from '../../address/views/address.js';
import type { AccountSummary } from '../account-list.service.js';
import { Roles } from './roles.js';

interface OneAccountPageProps {
  account: AccountSummary;
  pending: AddressChange | null;
  panels: VNode[];
  state: FormState;
}

export function OneAccountPage({ account, pending, panels, state }: OneAccountPageProps) {
  const { t, day } = usePage();
  const { id, name, email } = account;
  const here = `/accounts/${id}`;
  return (
    <Layout title={name} crumbs={[{ label: t('accounts.title'), href: '/accounts' }]}>
      <Facts
        facts={[
          { label: t('account.email'), value: <bdi>{email}</bdi> },
          { label: t('accounts.state'), value: t(`accounts.state.${account.state}`) },
          {
            label: t('accounts.lastSignIn'),
            value: account.lastSignInDay ? day(account.lastSignInDay) : t('accounts.never'),
          },
          { label: t('accounts.roles'), value: <Roles account={account} /> },
        ]}
      />
      {account.state === 'closed' ? (
        <>
          <p>{t('accounts.reopenText')}</p>
          <PostButton action={`${here}/reopen`} label={t('accounts.reopen')} />
        </>
      ) : (
        <>
          <h2>{t('accounts.passwordLink')}</h2>
          <p>{t('accounts.passwordLinkText')}</p>
          <PostButton action={`${here}/password-link`} label={t('accounts.sendLink')} quiet />
          <h2>{t('resetFactors.title')}</h2>
          <p>
            <a href={`${here}/second-factor`}>{t('accounts.resetFactors')}</a>
          </p>
          <h2>{t('address.title')}</h2>
          <p>{t('accounts.addressText')}</p>
          <PendingAddress pending={pending} action={`${here}/address/call-off`} />
          <Form action={`${here}/address`} state={state} submit={t('address.submit')}>
            <TextField name="email" type="email" label={t('address.new')} required />
          </Form>
          <h2>{t('accounts.close')}</h2>
          <p>{t('accounts.closeText')}</p>
          <PostButton action={`${here}/close`} label={t('accounts.close')} danger />
        </>
      )}
      {panels.map((panel, index) => (
        <Fragment key={index}>{panel}</Fragment>
      ))}
    </Layout>
  );
}
