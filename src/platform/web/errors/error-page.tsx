import type { TextKey } from '../../i18n/i18n.js';
import { Layout } from '../layout.js';
import { usePage } from '../page-context.js';
import type { Failure } from './failure.js';

export function ErrorPage({ status, reason, values }: Pick<Failure, 'status' | 'reason' | 'values'>) {
  const { t } = usePage();
  return (
    <Layout title={t('error.title')}>
      <p class="lead">{t(reason as TextKey, values)}</p>
      <p class="quiet">{t('error.status', { status })}</p>
      <p>
        <a href="/">{t('error.home')}</a>
      </p>
    </Layout>
  );
}
