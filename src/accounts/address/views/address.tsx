import { TextField } from '../../../platform/web/fields.js';
import { Form } from '../../../platform/web/form.js';
import { Layout, PostButton } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import type { AddressChange } from '../address-change.entity.js';
import type { AddressSide } from '../address-mail-key.js';
import { CurrentPassword } from '../../views/current-password.js';

export function AddressPage({ pending, state }: { pending: AddressChange | null; state: FormState }) {
  const { t, actor } = usePage();
  return (
    <Layout title={t('address.title')} crumbs={[{ label: t('account.title'), href: '/account' }]}>
      <p>{t('address.text', { email: actor.email })}</p>
      <PendingAddress pending={pending} action="/account/address/call-off" />
      <Form action="/account/address" state={state} submit={t('address.submit')} cancel="/account">
        <TextField name="email" type="email" label={t('address.new')} autocomplete="email" required />
        <CurrentPassword hint={t('account.again')} />
      </Form>
    </Layout>
  );
}

/** A change that waits, which of the two addresses it still waits for, and a button to call it off. */
export function PendingAddress({ pending, action }: { pending: AddressChange | null; action: string }) {
  const { t, moment } = usePage();
  if (!pending) return null;
  const { email, oldConfirmedAt, newConfirmedAt, expiresAt } = pending;
  const waits = oldConfirmedAt ? 'new' : newConfirmedAt ? 'old' : 'both';
  return (
    <section class="panel">
      <p>
        {t('address.pending', { email, until: moment(expiresAt) })} {t(`address.waits.${waits}`)}
      </p>
      <PostButton action={action} label={t('address.callOff')} quiet />
    </section>
  );
}

interface ConfirmAddressPageProps {
  secret: string;
  change: AddressChange;
  side: AddressSide;
}

export function ConfirmAddressPage({ secret, change, side }: ConfirmAddressPageProps) {
  const { t } = usePage();
  return (
    <Layout title={t('address.confirmTitle')}>
      <p>{t('address.confirm', { email: change.email, former: change.account.email })}</p>
      <p>{t(`address.confirm.${side}`)}</p>
      <PostButton action={`/address/${secret}`} label={t('address.confirmSubmit')} />
    </Layout>
  );
}
