import { TextField } from '../../platform/web/fields.js';
import { Form } from '../../platform/web/form.js';
import type { FormState } from '../../platform/web/submit-form.js';
import { Layout, PostButton } from '../../platform/web/layout.js';
import { usePage } from '../../platform/web/page-context.js';
import { Table } from '../../platform/web/table.js';
import type { ApiToken } from '../credential.entity.js';

export function Tokens({ tokens, state }: { tokens: ApiToken[]; state?: FormState }) {
  const { t, moment } = usePage();
  return (
    <>
      <h2>{t('token.title')}</h2>
      <p class="quiet">{t('token.text')}</p>
      <Table
        caption={t('token.title')}
        rows={tokens}
        empty={t('token.none')}
        columns={[
          { label: t('token.label'), heading: true, cell: (token) => token.label },
          { label: t('token.prefix'), cell: (token) => <code>{token.prefix}…</code> },
          {
            label: t('token.expires'),
            cell: (token) => (token.expiresAt ? moment(token.expiresAt) : t('token.never')),
          },
          {
            label: t('list.actions'),
            cell: (token) => (
              <PostButton action={`/account/tokens/${token.id}/revoke`} label={t('token.revoke')} quiet />
            ),
          },
        ]}
      />
      <Form action="/account/tokens" state={state} submit={t('token.create')}>
        <div class="pair">
          <TextField name="label" label={t('token.label')} hint={t('token.labelHint')} required />
          <TextField name="expires" type="date" label={t('token.expires')} hint={t('token.expiresHint')} />
        </div>
      </Form>
    </>
  );
}

export function NewTokenPage({ label, secret }: { label: string; secret: string }) {
  const { t } = usePage();
  return (
    <Layout title={t('token.made', { label })} crumbs={[{ label: t('account.title'), href: '/account' }]}>
      <p>{t('token.copyNow')}</p>
      <p>
        <code class="secret">{secret}</code>
      </p>
    </Layout>
  );
}
