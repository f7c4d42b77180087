import { Hidden, TextField } from '../../platform/web/fields.js';
import { Form } from '../../platform/web/form.js';
import type { FormState } from '../../platform/web/submit-form.js';
import { Layout } from '../../platform/web/layout.js';
import { usePage } from '../../platform/web/page-context.js';

export function SignInPage({ state }: { state: FormState }) {
  const { t } = usePage();
  const next = typeof state.values.next === 'string' ? state.values.next : '';
  return (
    <Layout title={t('signIn.title')}>
      <Form action="/sign-in" state={state} submit={t('signIn.submit')}>
        <Hidden name="next" value={next} />
        <TextField name="email" type="email" label={t('account.email')} autocomplete="username" required />
        <TextField
          name="password"
          type="password"
          label={t('account.password')}
          autocomplete="current-password"
          required
        />
      </Form>
      <p>
        <a href="/password">{t('signIn.forgotten')}</a>
      </p>
      <p class="quiet">{t('signIn.byInvitation')}</p>
    </Layout>
  );
}

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

export function SetPasswordPage({
  secret,
  email,
  state,
}: {
  secret: string;
  email: string;
  state: FormState;
}) {
  const { t } = usePage();
  return (
    <Layout title={t('password.title')}>
      <p>{t('password.for', { email })}</p>
      <Form action={`/password/${secret}`} state={state} submit={t('password.submit')}>
        <TextField
          name="password"
          type="password"
          label={t('account.newPassword')}
          hint={t('password.hint')}
          autocomplete="new-password"
          required
        />
      </Form>
    </Layout>
  );
}
