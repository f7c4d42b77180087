import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';

/** What a link shows that opens nothing any more. */
export function LinkOverPage() {
  const { t } = usePage();
  return (
    <Layout title={t('answering.overTitle')}>
      <p>{t('answering.overText')}</p>
    </Layout>
  );
}
