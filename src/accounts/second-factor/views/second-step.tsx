import { Hidden, TextField } from '../../../platform/web/fields.js';
import { Form } from '../../../platform/web/form.js';
import { Layout, PostButton } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import type { Factors } from '../factors.service.js';
import { CodeField } from './app.js';
import { PasskeyForm } from './passkey-form.js';

const HERE = '/sign-in/second-step';

interface SecondStepProps {
  factors: Factors;
  /** With which kind of code; the other ways are links. */
  by: 'app' | 'recovery';
  state: FormState;
}

/** The second step of signing in. */
export function SecondStepPage({ factors, by, state }: SecondStepProps) {
  const { t } = usePage();
  const passkeys = factors.passkeys.length > 0;
  return (
    <Layout title={t('secondStep.title')}>
      {by === 'recovery' && <RecoveryForm state={state} />}
      {by === 'app' && factors.appSince && (
        <Form action={HERE} state={state} submit={t('signIn.submit')} cancel="/sign-in" kept={false}>
          <CodeField hint={t('secondStep.code.hint')} />
        </Form>
      )}
      {passkeys && (
        <>
          <p>{t(factors.appSince || by === 'recovery' ? 'secondStep.orPasskey' : 'secondStep.passkey')}</p>
          <div class="field">
            <PostButton action="/sign-in/passkey" label={t('passkey.use')} />
          </div>
        </>
      )}
      <p>
        {by === 'app' ? (
          <a href={`${HERE}?by=recovery`}>{t('secondStep.useRecovery')}</a>
        ) : (
          factors.appSince && <a href={HERE}>{t('secondStep.useApp')}</a>
        )}
      </p>
      <p class="quiet">{t('secondStep.lost')}</p>
    </Layout>
  );
}

function RecoveryForm({ state }: { state: FormState }) {
  const { t } = usePage();
  return (
    <Form
      action={`${HERE}/recovery`}
      state={state}
      submit={t('signIn.submit')}
      cancel="/sign-in"
      kept={false}
    >
      <TextField name="code" label={t('recovery.code')} hint={t('recovery.code.hint')} required />
    </Form>
  );
}

/** The browser asks for a passkey: as the second step, or in place of both. */
export function PasskeyPage({ options, state }: { options: object; state: FormState }) {
  const { t } = usePage();
  return (
    <Layout title={t('passkey.use')}>
      <p>{t('passkey.using')}</p>
      <PasskeyForm
        kind="sign-in"
        options={options}
        action="/sign-in/passkey/verify"
        submit={t('passkey.use')}
        cancel="/sign-in"
        state={state}
      />
    </Layout>
  );
}

/** On the page that asks for the password: the way without. */
export function PasskeySignIn({ next }: { next: string }) {
  const { t, csrf } = usePage();
  return (
    <form method="post" action="/sign-in/passkey" class="field">
      <input type="hidden" name="_csrf" value={csrf} />
      <Hidden name="alone" value="on" />
      <Hidden name="next" value={next} />
      <button type="submit" class="quiet-button">
        {t('passkey.use')}
      </button>
    </form>
  );
}
