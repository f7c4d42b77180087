import { States } from '../../accounts/states.js';
import { usePage } from '../../platform/web/page-context.js';
import { Facts } from '../../platform/web/table.js';
import { Objectives } from '../../practices/views/parts.js';
import type { SupportRequest } from '../support.entity.js';

export function RequestFacts({ request }: { request: SupportRequest }) {
  const { t, language, day } = usePage();
  return (
    <Facts
      facts={[
        { label: t('supports.requester'), value: <bdi>{States.name(request.requester, language)}</bdi> },
        { label: t('supports.kind'), value: t(`support.${request.kind}`) },
        { label: t('supports.state'), value: t(`supportState.${request.state}`) },
        {
          label: t('practice.objectives'),
          value: request.objectives.length > 0 && <Objectives numbers={request.objectives} />,
        },
        { label: t('practice.periodStart'), value: request.periodStart && day(request.periodStart) },
        { label: t('practice.periodEnd'), value: request.periodEnd && day(request.periodEnd) },
        { label: t('supports.contact'), value: request.contact && <bdi>{request.contact}</bdi> },
      ]}
    />
  );
}
