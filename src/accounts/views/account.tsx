import { LANGUAGE_NAMES, LANGUAGES } from '../../platform/i18n/i18n.js';
import { Select, TextField } from '../../platform/web/fields.js';
import { Form } from '../../platform/web/form.js';
import type { FormState } from '../../platform/web/submit-form.js';
import { Layout } from '../../platform/web/layout.js';
import { usePage } from '../../platform/web/page-context.js';
import type { ApiToken, Session } from '../credential.entity.js';
import { Sessions } from './sessions.js';
import { Tokens } from './tokens.js';

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

/** The zones this Node lists, and the one that is set: an alias it does not list must not be lost by saving. */
const zones = (current: unknown) => {
  const listed = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC']);
  if (typeof current === 'string' && current) listed.add(current);
  return [...listed].sort().map((value) => ({ value, label: value.replaceAll('_', ' ') }));
};
