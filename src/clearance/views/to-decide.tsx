import { shortNameIn } from '../../mechanisms/mechanism/mechanism-name.js';
import { States } from '../../accounts/states.js';
import { usePage } from '../../platform/web/page-context.js';
import { TableSection } from '../../platform/web/table.js';
import { pathOf } from '../deed-of.js';
import type { SeenClearance } from '../seen-clearance.js';
import { DeedTitle } from './deed-title.js';

/** On the first page: what waits for the reader. */
export function ClearancesToDecide({ asked }: { asked: SeenClearance[] }) {
  const { t, language, moment, day } = usePage();
  return (
    <TableSection
      caption={t('clearance.asked')}
      rows={asked}
      columns={[
        {
          label: t('clearance.about'),
          heading: true,
          cell: ({ shown, clearance }) => (
            <a href={pathOf(clearance)}>
              <DeedTitle shown={shown} />
            </a>
          ),
        },
        { label: t('clearance.what'), cell: ({ clearance }) => t(`clearance.kind.${clearance.kind}`) },
        {
          label: t('clearance.delegation'),
          cell: ({ clearance, mechanism }) => (
            <>
              <bdi>{States.name(clearance.subject, language)}</bdi>
              {t('clearance.comma')}
              <bdi>{shortNameIn(mechanism, language)}</bdi>
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
