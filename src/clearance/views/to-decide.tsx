import { States } from '../../accounts/states.js';
import { usePage } from '../../platform/web/page-context.js';
import { TableSection } from '../../platform/web/table.js';
import type { SeenClearance } from '../seen-clearance.js';
import { EntryTitle } from './entry-title.js';

/** On the first page: texts that wait for the reader. */
export function ClearancesToDecide({ asked }: { asked: SeenClearance[] }) {
  const { t, language, moment, day } = usePage();
  return (
    <TableSection
      caption={t('clearance.asked')}
      rows={asked}
      columns={[
        {
          label: t('item.item'),
          heading: true,
          cell: ({ entry, clearance }) => (
            <a href={`/progress/${clearance.entryId}/clearance`}>
              <EntryTitle entry={entry} />
            </a>
          ),
        },
        {
          label: t('clearance.delegation'),
          cell: ({ clearance, mechanism }) => (
            <>
              <bdi>{States.name(clearance.subject, language)}</bdi>
              {t('clearance.comma')}
              <bdi>{mechanism.shortName}</bdi>
            </>
          ),
        },
        {
          label: t('clearance.step'),
          cell: ({ waiting }) => (
            <>
              <bdi>{waiting!.step.name}</bdi>
              {waiting!.open && <small class="quiet"> {t('clearance.openShort')}</small>}
            </>
          ),
        },
        { label: t('clearance.since'), cell: ({ clearance }) => moment(clearance.since) },
        {
          label: t('clearance.term'),
          cell: ({ waiting }) => (waiting!.lastDay ? day(waiting!.lastDay) : t('clearance.noTerm')),
        },
      ]}
    />
  );
}
