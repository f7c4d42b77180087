import { voicesIn } from '../../accounts/roles.js';
import { States } from '../../accounts/states.js';
import { directionOf } from '../../platform/i18n/i18n.js';
import { usePage } from '../../platform/web/page-context.js';
import { Table } from '../../platform/web/table.js';
import { dayIn } from '../../platform/i18n/dates.js';
import type { SupportRequest } from '../support.entity.js';
import { type Mark, Status } from '../../platform/web/design/status.js';
import type { SupportState } from '../vocabulary.js';

const MARKS: Record<SupportState, Mark> = { open: 'open', talks: 'half', met: 'full', closed: 'stopped' };

export function RequestsTable({ items }: { items: SupportRequest[] }) {
  const { t, actor, language, day, zone } = usePage();
  const own = ({ mechanismId, requester }: SupportRequest) =>
    voicesIn(actor, mechanismId).some(({ kind, subject }) => kind === 'state' && subject === requester);
  return (
    <Table
      caption={t('supports.title')}
      rows={items}
      empty={t('supports.none')}
      columns={[
        {
          label: t('supports.what'),
          heading: true,
          cell: (request) => (
            <a href={`/support/${request.id}`} lang={request.language} dir={directionOf(request.language)}>
              {request.title}
            </a>
          ),
        },
        { label: t('supports.kind'), cell: ({ kind }) => t(`support.${kind}`) },
        {
          label: t('supports.requester'),
          cell: ({ requester }) => <bdi>{States.name(requester, language)}</bdi>,
        },
        {
          label: t('supports.state'),
          cell: ({ state }) => <Status mark={MARKS[state]}>{t(`supportState.${state}`)}</Status>,
        },
        { label: t('supports.since'), cell: ({ createdAt }) => day(dayIn(zone, createdAt)) },
        ...(items.some(own)
          ? [
              {
                label: t('list.actions'),
                cell: (request: SupportRequest) =>
                  own(request) && <a href={`/support/${request.id}/edit`}>{t('supports.edit')}</a>,
              },
            ]
          : []),
      ]}
    />
  );
}
