import { usePage } from '../../../platform/web/page-context.js';
import type { Passkey } from '../second-factor.entity.js';
import { ConfirmPage, HOME, type Step } from './parts.js';

export function RemoveAppPage(step: Step) {
  const { t } = usePage();
  return (
    <ConfirmPage
      {...step}
      title={t('app.remove')}
      text={t('app.remove.text')}
      action={`${HOME}/app/remove`}
      submit={t('app.remove')}
    />
  );
}

export function RemovePasskeyPage({ passkey: { id, label }, ...step }: Step & { passkey: Passkey }) {
  const { t } = usePage();
  return (
    <ConfirmPage
      {...step}
      title={t('passkey.remove.title', { label })}
      text={t('passkey.remove.text')}
      action={`${HOME}/passkeys/${id}/remove`}
      submit={t('passkey.remove')}
    />
  );
}

export function RenewCodesPage(step: Step) {
  const { t } = usePage();
  return (
    <ConfirmPage
      {...step}
      title={t('recovery.renew')}
      text={t('recovery.renew.text')}
      action={`${HOME}/recovery-codes`}
      submit={t('recovery.renew')}
    />
  );
}
