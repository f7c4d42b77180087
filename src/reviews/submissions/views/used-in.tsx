import { usePage } from '../../../platform/web/page-context.js';
import type { DocumentUse } from '../../../progress/release/document-uses.js';
import { UsedIn } from '../../../progress/release/views/frozen.js';

export function UsedInPanel({ documents }: { documents: readonly DocumentUse[] }) {
  const { t } = usePage();
  return (
    <section>
      <h2>{t('desk.usedIn')}</h2>
      <UsedIn documents={documents} />
    </section>
  );
}
