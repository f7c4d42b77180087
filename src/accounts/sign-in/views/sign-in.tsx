import { Hidden, TextField } from '../../../platform/web/fields.js';
import { Form } from '../../../platform/web/form.js';
import { PasskeySignIn } from '../../second-factor/views/second-step.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';

export function SignInPage({ state, passkeys }: { state: FormState; passkeys: boolean }) {
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
      {passkeys && <PasskeySignIn next={next} />}
      <p>
        <a href="/password">{t('signIn.forgotten')}</a>
      </p>
      <p class="quiet">{t('signIn.byInvitation')}</p>
    </Layout>
  );
}
