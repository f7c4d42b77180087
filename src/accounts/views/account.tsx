import type { JSX } from 'preact';
import { LANGUAGE_NAMES, LANGUAGES } from '../../platform/i18n/i18n.js';
import { CheckBox, Select, TextField } from '../../platform/web/fields.js';
import { SHORTCUTS_PAGE } from '../../platform/web/palette/palette-script.js';
import { Form } from '../../platform/web/form.js';
import { emptyForm, type FormState } from '../../platform/web/submit-form.js';
import { Layout } from '../../platform/web/layout.js';
import { zoneOptions } from '../../platform/web/zone-options.js';
import { usePage } from '../../platform/web/page-context.js';
import type { Session } from '../credential.entity.js';
import type { Factors } from '../second-factor/factors.service.js';
import { SigningInSafely } from '../second-factor/views/section.js';
import { EndsField } from './ends.js';
import { Sessions } from './sessions.js';
import { CurrentPassword } from './current-password.js';

interface AccountPageProps {
  profile: FormState;
  password?: FormState;
  sessions: Session[];
  factors: Factors;
  panels: JSX.Element[];
}

export function AccountPage({ profile, password, sessions, factors, panels }: AccountPageProps) {
  const { t, language, actor } = usePage();
  return (
    <Layout title={t('account.title')}>
      <p class="quiet">
        <bdi>{actor.email}</bdi> · <a href="/account/address">{t('address.change')}</a>
      </p>
      <Form action="/account" state={profile} submit={t('form.save')}>
        <TextField name="name" label={t('account.name')} autocomplete="name" required />
        <div class="pair">
          <Select
            name="language"
            label={t('account.language')}
            options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value]! }))}
            required
          />
          <Select
            name="zone"
            label={t('account.zone')}
            options={zoneOptions(language, profile.values.zone)}
            required
          />
        </div>
        <CheckBox name="noShortcuts" label={t('account.noShortcuts')} hint={t('account.noShortcuts.hint')} />
      </Form>
      <p>
        <a href={SHORTCUTS_PAGE}>{t('shortcuts.title')}</a>{' '}
        <a href="/account/calendars">{t('calendar.title')}</a>
      </p>
      {panels}
      <h2>{t('account.changePassword')}</h2>
      <Form
        action="/account/password"
        state={password ?? emptyForm({ ends: ['sessions'] })}
        submit={t('password.submit')}
      >
        <CurrentPassword />
        <TextField
          name="password"
          type="password"
          label={t('account.newPassword')}
          hint={t('password.hint')}
          autocomplete="new-password"
          required
        />
        <EndsField />
      </Form>
      <SigningInSafely factors={factors} />
      <Sessions sessions={sessions} />
      <h2>{t('token.title')}</h2>
      <p class="quiet">{t('token.text')}</p>
      <p>
        <a href="/account/tokens">{t('token.manage')}</a>
      </p>
    </Layout>
  );
}
