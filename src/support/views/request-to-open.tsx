import { usePage } from '../../platform/web/page-context.js';
import { Prose } from '../../platform/web/prose.js';
import type { SupportRequest } from '../support.entity.js';
import { RequestFacts } from './request-facts.js';

const READERS = ['toSecretariat', 'toPartners', 'toMembers', 'offersToSecretariat'] as const;

/** A request as it would be read by others, and by whom. */
export function RequestToOpen({ request }: { request: SupportRequest }) {
  const { t } = usePage();
  return (
    <>
      <h2>{t('clearance.readers')}</h2>
      <ul>
        {READERS.filter((name) => request[name]).map((name) => (
          <li key={name}>{t(`supports.${name}`)}</li>
        ))}
      </ul>
      <h2 lang={request.language} dir="auto">
        {request.title}
      </h2>
      <RequestFacts request={request} />
      {request.text && <Prose text={request.text} language={request.language} />}
    </>
  );
}
