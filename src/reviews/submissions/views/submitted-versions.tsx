import { usePage } from '../../../platform/web/page-context.js';
import { Table } from '../../../platform/web/table.js';
import type { FreezeSummary } from '../submission-query.service.js';
import { Downloads } from './downloads.js';

export function SubmittedVersions({ id, freezes }: { id: string; freezes: FreezeSummary[] }) {
  const { t, moment } = usePage();
  if (freezes.length === 0) return null;
  return (
    <section>
      <h2>{t('submission.frozen')}</h2>
      <p class="quiet">{t('submission.frozenText')}</p>
      <Table
        caption={t('submission.frozen')}
        rows={freezes}
        empty=""
        columns={[
          { label: t('submission.number'), heading: true, cell: (one) => one.number },
          { label: t('submission.frozenAt'), cell: (one) => moment(one.frozenAt) },
          { label: t('submission.hash'), cell: (one) => <code>{one.hash.slice(0, 16)}</code> },
          { label: t('submission.downloads'), cell: (one) => <Downloads id={id} freeze={one.number} /> },
        ]}
      />
    </section>
  );
}
