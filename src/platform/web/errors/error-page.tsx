import type { TextKey } from '../../i18n/i18n.js';
import { RefusedForm, type RefusedFormProps, WaysOn } from '../kept/refused-form.js';
import { Layout } from '../layout.js';
import { usePage } from '../page-context.js';
import type { Failure } from './failure.js';

interface ErrorPageProps extends Pick<Failure, 'status' | 'reason' | 'values'> {
  /** The form that was sent, when what was typed can be given back. */
  refused?: RefusedFormProps;
  /** Something was sent, and not only asked for. */
  sent: 'form' | 'file' | null;
}

export function ErrorPage({ status, reason, values, refused, sent }: ErrorPageProps) {
  const { t, formAddress } = usePage();
  return (
    <Layout title={t('error.title')}>
      <p class="lead">{refused && status === 401 ? t('refused.signedOut') : t(reason as TextKey, values)}</p>
      {sent === 'file' && <p>{t('form.fileAgain')}</p>}
      {sent && <WaysOn address={formAddress} signIn={status === 401} />}
      {refused && <RefusedForm {...refused} />}
      <p class="quiet">{t('error.status', { status })}</p>
      <p>
        <a href="/">{t('error.home')}</a>
      </p>
    </Layout>
  );
}
