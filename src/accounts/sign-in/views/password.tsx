import { Hidden, TextField } from '../../../platform/web/fields.js';
import { Form } from '../../../platform/web/form.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { Account } from '../../account.entity.js';
import { EndsField } from '../../views/ends.js';
import type { FormState } from '../../../platform/web/submit-form.js';

export function ResetPage({ state }: { state: FormState }) {
  const { t } = usePage();
  return (
    <Layout title={t('reset.title')}>
      <p>{t('reset.text')}</p>
      <Form action="/password" state={state} submit={t('reset.submit')} cancel="/sign-in">
        <TextField name="email" type="email" label={t('account.email')} autocomplete="username" required />
      </Form>
    </Layout>
  );
}

interface SetPasswordPageProps {
  secret: string;
  account: Pick<Account, 'email' | 'passwordHash'>;
  state: FormState;
}

export function SetPasswordPage({ secret, account, state }: SetPasswordPageProps) {
  const { t } = usePage();
  return (
    <Layout title={t('password.title')}>
      <p>{t('password.for', { email: account.email })}</p>
      <Form action={`/password/${secret}`} state={state} submit={t('password.submit')}>
        {state.values.next ? <Hidden name="next" value={state.values.next as string} /> : null}
        <TextField
          name="password"
          type="password"
          label={t('account.newPassword')}
          hint={t('password.hint')}
          autocomplete="new-password"
          required
        />
        {/* Whoever sets the first one has nothing yet that could end; sessions end in any case. */}
        {account.passwordHash !== null && <EndsField kinds={['keys', 'calendars', 'links']} />}
      </Form>
    </Layout>
  );
}
