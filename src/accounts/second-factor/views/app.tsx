import { renderSVG } from 'uqr';
import { TextField } from '../../../platform/web/fields.js';
import { Form } from '../../../platform/web/form.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import type { SetUp } from '../authenticator-app.service.js';
import { inGroups } from '../one-time-code.js';
import { ConfirmPage, FactorPage, HOME, type Step } from './parts.js';

/** Before the key is made: what it is, and the password again. */
export function BeginAppPage(step: Step) {
  const { t } = usePage();
  return (
    <ConfirmPage
      {...step}
      title={t('app.setUp')}
      text={t('app.what')}
      action={`${HOME}/app`}
      submit={t('app.begin')}
    />
  );
}

/** The key, to scan or to type, and a code as the proof that the app has it. */
export function ConfirmAppPage({ setUp, state }: { setUp: SetUp; state: FormState }) {
  const { t } = usePage();
  const image = renderSVG(setUp.uri, { border: 4, pixelSize: 4 });
  return (
    <FactorPage title={t('app.setUp')}>
      <p>{t('app.scan')}</p>
      <p>
        <img
          class="qr-code"
          src={`data:image/svg+xml,${encodeURIComponent(image)}`}
          alt={t('app.scan.image')}
          width="220"
          height="220"
        />
      </p>
      <p>{t('app.type')}</p>
      <p>
        <code class="secret" dir="ltr">
          {inGroups(setUp.key)}
        </code>
      </p>
      <Form action={`${HOME}/app/confirm`} state={state} submit={t('app.confirm')} cancel={HOME} kept={false}>
        <CodeField hint={t('app.code.hint')} />
      </Form>
    </FactorPage>
  );
}

/** Six digits, which browsers and phones offer to fill in. */
export function CodeField({ hint }: { hint: string }) {
  const { t } = usePage();
  return (
    <TextField
      name="code"
      label={t('app.code')}
      hint={hint}
      autocomplete="one-time-code"
      inputmode="numeric"
      short
      required
    />
  );
}
