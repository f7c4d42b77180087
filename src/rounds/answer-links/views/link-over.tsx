import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';

/** What a link shows that opens nothing any more. */
export function LinkOverPage({ done }: { done: boolean }) {
  const { t } = usePage();
  return (
    <Layout title={t(done ? 'answering.doneTitle' : 'answering.overTitle')}>
      <p>{t(done ? 'answering.doneText' : 'answering.overText')}</p>
    </Layout>
  );
}
