import { usePage } from '../../../platform/web/page-context.js';
import { Table } from '../../../platform/web/table.js';
import type { Submission } from '../submission.entity.js';
import type { FreezeSummary } from '../submission-query.service.js';
import type { SubmissionFile } from '../../files/submission-file.entity.js';
import { Downloads } from './downloads.js';

interface SubmittedVersionsProps {
  submission: Pick<Submission, 'id' | 'language' | 'languages'>;
  freezes: FreezeSummary[];
  /** Files that are made. */
  files: readonly SubmissionFile[];
}

export function SubmittedVersions({ submission, freezes, files }: SubmittedVersionsProps) {
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
            cell: (one) => {
              const made = files.filter(
                ({ freezeNumber, format }) => freezeNumber === one.number && format !== 'zip',
              );
              const languages = [...new Set(made.map(({ language }) => language))];
              return (
                <>
                  <Downloads {...{ id: submission.id, freeze: one.number, languages, made }} />
                  <Sums made={made} />
                </>
              );
            },
          },
        ]}
      />
    </section>
  );
}

/** By which somebody who was sent a file sees that it is the one that was submitted. */
function Sums({ made }: { made: readonly SubmissionFile[] }) {
  const { t } = usePage();
  if (made.length === 0) return null;
  return (
    <details>
      <summary>{t('submission.sums')}</summary>
      <ul>
        {made.map(({ id, name, sha256 }) => (
          <li key={id}>
            <bdi>{name}</bdi> <code>{sha256}</code>
          </li>
        ))}
      </ul>
    </details>
  );
}
