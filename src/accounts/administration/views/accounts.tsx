import { Select, TextField } from '../../../platform/web/fields.js';
import { Form } from '../../../platform/web/form.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { emptyForm } from '../../../platform/web/submit-form.js';
import { NextPage, Table } from '../../../platform/web/table.js';
import type { AccountSummary } from '../account-list.service.js';
import { ACCOUNT_STATES, type AccountQuery } from '../administration.dto.js';
import { Roles } from './roles.js';

interface AccountsListPageProps {
  query: AccountQuery;
  items: AccountSummary[];
  nextCursor: string | null;
}

export function AccountsListPage({ query, items, nextCursor }: AccountsListPageProps) {
  const { t, day } = usePage();
  return (
    <Layout title={t('accounts.title')}>
      <p class="quiet">{t('accounts.intro')}</p>
      <Form
        action="/accounts"
        method="get"
        filters
        state={emptyForm({ ...query })}
        submit={t('accounts.search')}
      >
        <TextField name="q" type="search" label={t('accounts.nameOrAddress')} />
        <Select
          name="state"
          label={t('accounts.state')}
          options={ACCOUNT_STATES.map((value) => ({ value, label: t(`accounts.state.${value}`) }))}
          empty={t('accounts.all')}
        />
      </Form>
      <Table
        caption={t('accounts.title')}
        rows={items}
        columns={[
          {
            label: t('account.name'),
            heading: true,
            cell: ({ id, name }) => (
              <a href={`/accounts/${id}`}>
                <bdi>{name}</bdi>
              </a>
            ),
          },
          { label: t('account.email'), cell: ({ email }) => <bdi>{email}</bdi> },
          { label: t('accounts.state'), cell: ({ state }) => t(`accounts.state.${state}`) },
          {
            label: t('accounts.lastSignIn'),
            cell: ({ lastSignInDay }) => (lastSignInDay ? day(lastSignInDay) : t('accounts.never')),
          },
          { label: t('accounts.roles'), cell: (account) => <Roles account={account} /> },
        ]}
      />
      <NextPage
        cursor={nextCursor}
        href={(cursor) => {
          const { q, state } = query;
          return `/accounts?${new URLSearchParams({ ...(q && { q }), ...(state && { state }), cursor }).toString()}`;
        }}
      />
    </Layout>
  );
}
