import { Hidden, TextField } from '../../../platform/web/fields.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import { PasskeyForm } from './passkey-form.js';
import { ConfirmPage, FactorPage, HOME, type Step } from './parts.js';

/** Its name, and the password again. */
export function NewPasskeyPage(step: Step) {
  const { t } = usePage();
  return (
    <ConfirmPage
      {...step}
      title={t('passkey.add')}
      text={t('passkey.what')}
      action={`${HOME}/passkeys/new`}
      submit={t('passkey.continue')}
    >
      <TextField name="label" label={t('passkey.label')} hint={t('passkey.label.hint')} required />
    </ConfirmPage>
  );
}

/** The browser's part of it. */
export function RegisterPasskeyPage(props: { label: string; options: object; state: FormState }) {
  const { t } = usePage();
  return (
    <FactorPage title={t('passkey.add')}>
      <p>{t('passkey.making')}</p>
      <PasskeyForm
        kind="register"
        options={props.options}
        action={`${HOME}/passkeys`}
        submit={t('passkey.make')}
        cancel={HOME}
        state={props.state}
      >
        <Hidden name="label" value={props.label} />
      </PasskeyForm>
    </FactorPage>
  );
}
