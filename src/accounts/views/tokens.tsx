import { listed } from '../../platform/i18n/listed.js';
import { CheckBox, Choices, type Option, TextField } from '../../platform/web/fields.js';
import { Form } from '../../platform/web/form.js';
import type { FormState } from '../../platform/web/submit-form.js';
import { CopiedText } from '../../platform/web/copying/copied-text.js';
import { Layout, PostButton } from '../../platform/web/layout.js';
import { usePage } from '../../platform/web/page-context.js';
import { Table } from '../../platform/web/table.js';
import type { ApiToken } from '../credential.entity.js';
import { KEY_DAYS } from '../keys/new-key.js';
import { CurrentPassword } from './current-password.js';

interface TokensPageProps {
  tokens: ApiToken[];
  /** Of mechanisms, by id. */
  names: Map<string, string>;
  /** Those the person has a role in. */
  mechanisms: Option[];
  state?: FormState;
}

export function TokensPage({ tokens, names, mechanisms, state }: TokensPageProps) {
  const { t, language, actor, day } = usePage();
  return (
    <Layout title={t('token.title')} crumbs={[{ label: t('account.title'), href: '/account' }]}>
      <p class="quiet">{t('token.text')}</p>
      <Table
        caption={t('token.title')}
        rows={tokens}
        empty={t('token.none')}
        columns={[
          { label: t('token.label'), heading: true, cell: (token) => <bdi>{token.label}</bdi> },
          { label: t('token.prefix'), cell: (token) => <code>{token.prefix}…</code> },
          {
            label: t('token.scope'),
            cell: ({ canWrite, mechanismIds, administrator }) => (
              <>
                {t(canWrite ? 'token.scope.write' : 'token.scope.read')}
                {mechanismIds && (
                  <>
                    :{' '}
                    {listed(
                      mechanismIds.map((id) => names.get(id) ?? id),
                      language,
                    )}
                  </>
                )}
                {administrator && <>, {t('token.administrator')}</>}
              </>
            ),
          },
          {
            label: t('token.lastUsed'),
            cell: ({ lastUsedAt }) => (lastUsedAt ? day(isoDay(lastUsedAt)) : t('token.unused')),
          },
          {
            label: t('token.expires'),
            cell: ({ expiresAt }) => expiresAt && day(isoDay(expiresAt)),
          },
          {
            label: t('list.actions'),
            cell: (token) => (
              <PostButton action={`/account/tokens/${token.id}/revoke`} label={t('token.revoke')} quiet />
            ),
          },
        ]}
      />
      <h2>{t('token.create')}</h2>
      <Form action="/account/tokens" state={state} submit={t('token.create')}>
        <TextField name="label" label={t('token.label')} hint={t('token.labelHint')} required />
        <Choices
          name="scope"
          label={t('token.scope')}
          options={(['read', 'write'] as const).map((value) => ({ value, label: t(`token.scope.${value}`) }))}
          required
        />
        {mechanisms.length > 0 && (
          <Choices
            name="mechanisms"
            label={t('token.mechanisms')}
            hint={t('token.mechanismsHint')}
            options={mechanisms}
            many
          />
        )}
        {actor.administrator && (
          <CheckBox
            name="administrator"
            label={t('token.administrator')}
            hint={t('token.administratorHint')}
          />
        )}
        <TextField
          name="expires"
          type="date"
          label={t('token.expires')}
          hint={t('token.expiresHint', KEY_DAYS)}
        />
        <CurrentPassword hint={t('account.again')} />
      </Form>
    </Layout>
  );
}

const isoDay = (moment: Date) => moment.toISOString().slice(0, 10);

export function NewTokenPage({ label, secret }: { label: string; secret: string }) {
  const { t } = usePage();
  return (
    <Layout
      title={t('token.made', { label })}
      crumbs={[
        { label: t('account.title'), href: '/account' },
        { label: t('token.title'), href: '/account/tokens' },
      ]}
    >
      <p>{t('token.copyNow')}</p>
      <CopiedText text={secret} />
    </Layout>
  );
}
