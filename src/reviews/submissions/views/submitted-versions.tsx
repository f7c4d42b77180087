import { usePage } from '../../../platform/web/page-context.js';
import { Table } from '../../../platform/web/table.js';
import type { Submission } from '../submission.entity.js';
import type { FreezeSummary } from '../submission-query.service.js';
import { Downloads } from './downloads.js';

interface SubmittedVersionsProps {
  submission: Pick<Submission, 'id' | 'language' | 'languages'>;
  freezes: FreezeSummary[];
}

export function SubmittedVersions({ submission, freezes }: SubmittedVersionsProps) {
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
          { label: t('submission.hash'), cell: (one) => <code>{one.hash}</code> },
          {
            label: t('submission.downloads'),
            cell: (one) => <Downloads id={submission.id} freeze={one.number} />,
          },
        ]}
      />
    </section>
  );
}
