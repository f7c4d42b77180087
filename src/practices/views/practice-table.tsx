import { languageName } from '../../platform/i18n/language-names.js';
import { directionOf } from '../../platform/i18n/i18n.js';
import { type Mark, Status } from '../../platform/web/design/status.js';
import { usePage } from '../../platform/web/page-context.js';
import { Table } from '../../platform/web/table.js';
import { reporterLabel } from '../../progress/entries/labels.js';
import type { SeenPractice } from '../practice-query.service.js';
import { type PracticeStanding, standingKey } from '../practice.workflow.js';

const MARKS: Record<PracticeStanding, Mark> = {
  draft: 'draft',
  'in-clearance': 'waits',
  offered: 'half',
  reviewed: 'half',
  shared: 'full',
  withdrawn: 'stopped',
};

export function PracticesTable({ items }: { items: SeenPractice[] }) {
  const { t, language } = usePage();
  return (
    <Table
      caption={t('practices.title')}
      rows={items}
      empty={t('practices.none')}
      columns={[
        {
          label: t('practice.title'),
          heading: true,
          cell: ({ practice }) => (
            <a
              href={`/practices/${practice.id}`}
              lang={practice.language}
              dir={directionOf(practice.language)}
            >
              {practice.title}
            </a>
          ),
        },
        {
          label: t('practice.owner'),
          cell: ({ practice }) => (
            <bdi>
              {reporterLabel({ reporterKind: practice.ownerKind, reporter: practice.owner }, t, language)}
            </bdi>
          ),
        },
        {
          label: t('practice.language'),
          cell: ({ practice }) => languageName(practice.language, language),
        },
        {
          label: t('practice.state'),
          cell: ({ standing }) => <Status mark={MARKS[standing]}>{t(standingKey(standing))}</Status>,
        },
      ]}
    />
  );
}
