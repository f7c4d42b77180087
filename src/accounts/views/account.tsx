import { LANGUAGE_NAMES, LANGUAGES } from '../../platform/i18n/i18n.js';
import { Select, TextField } from '../../platform/web/fields.js';
import { Form, type FormState } from '../../platform/web/form.js';
import { Layout, PostButton } from '../../platform/web/layout.js';
import { usePage } from '../../platform/web/page-context.js';
import { Table } from '../../platform/web/table.js';
import type { ApiToken, Session } from '../credential.entity.js';

interface AccountPageProps {
  profile: FormState;
  password?: FormState;
  token?: FormState;
  sessions: Session[];
  tokens: ApiToken[];
}

export function AccountPage({ profile, password, token, sessions, tokens }: AccountPageProps) {
  const { t, actor } = usePage();
  return (
    <Layout title={t('account.title')}>
      <p class="quiet">{actor.email}</p>
      <Form action="/account" state={profile} submit={t('form.save')}>
        <TextField name="name" label={t('account.name')} autocomplete="name" required />
        <div class="pair">
          <Select
            name="language"
            label={t('account.language')}
            options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value]! }))}
            required
          />
          <Select name="zone" label={t('account.zone')} options={zones(profile.values.zone)} required />
        </div>
      </Form>
      <h2>{t('account.changePassword')}</h2>
      <Form action="/account/password" state={password} submit={t('password.submit')}>
        <TextField
          name="current"
          type="password"
          label={t('account.currentPassword')}
          autocomplete="current-password"
          required
        />
        <TextField
          name="password"
          type="password"
          label={t('account.newPassword')}
          hint={t('password.hint')}
          autocomplete="new-password"
          required
        />
      </Form>
      <Sessions sessions={sessions} />
      <Tokens tokens={tokens} state={token} />
    </Layout>
  );
}

function Sessions({ sessions }: { sessions: Session[] }) {
  const { t, actor, moment } = usePage();
  return (
    <>
      <h2>{t('account.sessions')}</h2>
      <Table
        caption={t('account.sessions')}
        rows={sessions}
        columns={[
          {
            label: t('account.browser'),
            heading: true,
            cell: (session) => session.userAgent || t('account.unknownBrowser'),
          },
          { label: t('account.address'), cell: (session) => session.address },
          { label: t('account.lastSeen'), cell: (session) => moment(session.lastSeenAt) },
          {
            label: t('list.actions'),
            cell: (session) =>
              session.id === actor.sessionId ? (
                t('account.thisSession')
              ) : (
                <PostButton
                  action={`/account/sessions/${session.id}/end`}
                  label={t('account.endSession')}
                  quiet
                />
              ),
          },
        ]}
      />
    </>
  );
}

function Tokens({ tokens, state }: { tokens: ApiToken[]; state?: FormState }) {
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

/** The zones this Node lists, and the one that is set: an alias it does not list must not be lost by saving. */
const zones = (current: unknown) => {
  const listed = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC']);
  if (typeof current === 'string' && current) listed.add(current);
  return [...listed].sort().map((value) => ({ value, label: value.replaceAll('_', ' ') }));
};
