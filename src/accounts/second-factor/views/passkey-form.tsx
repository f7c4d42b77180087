import type { ComponentChildren } from 'preact';
import { Hidden } from '../../../platform/web/fields.js';
import { Form } from '../../../platform/web/form.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import { PASSKEY_SCRIPTS } from '../script-source.js';

interface PasskeyFormProps {
  kind: 'register' | 'sign-in';
  /** Of the library: what the browser is asked with. */
  options: object;
  action: string;
  submit: string;
  state: FormState;
  cancel: string;
  children?: ComponentChildren;
}

/** A form that the browser's passkey dialog fills in. It asks at once when somebody signs in, and nothing went wrong. */
export function PasskeyForm({ kind, options, state, children, ...form }: PasskeyFormProps) {
  const { t } = usePage();
  const once = Object.keys(state.errors).length === 0 && { 'data-at': 'once' };
  const attributes = { 'data-passkey': kind, 'data-options': JSON.stringify(options), ...once };
  return (
    <>
      <noscript>
        <p class="doubt">{t('passkey.noScript')}</p>
      </noscript>
      <Form {...form} state={state} attributes={attributes}>
        {children}
        <Hidden name="response" value="" />
        <p class="error" role="alert" hidden data-failed>
          {t('passkey.failed')}
        </p>
        <p class="error" role="alert" hidden data-unsupported>
          {t('passkey.unsupported')}
        </p>
      </Form>
      {PASSKEY_SCRIPTS.map((address) => (
        <script key={address} src={address} defer />
      ))}
    </>
  );
}
