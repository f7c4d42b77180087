import { usePage } from '../../../platform/web/page-context.js';
import type { DocumentUse } from '../document-uses.js';

/** Documents that what is decided now does not reach any more. */
export function Frozen({ documents }: { documents: DocumentUse[] }) {
  const { t } = usePage();
  const frozen = documents.filter(({ frozenAt }) => frozenAt !== null);
  if (frozen.length === 0) return null;
  return (
    <>
      <h3>{t('use.frozen')}</h3>
      <p class="quiet">{t('use.frozenText')}</p>
      <UsedIn documents={frozen} />
    </>
  );
}

/** Documents with an entry in them, each with how far it is, for the entry's own people. */
export function UsedIn({ documents }: { documents: readonly DocumentUse[] }) {
  const { t, moment } = usePage();
  const stands = ({ frozenAt, attributed }: DocumentUse) =>
    frozenAt
      ? t(attributed ? 'use.frozenNamed' : 'use.frozenUnnamed', { at: moment(frozenAt) })
      : t(attributed ? 'use.circulatedNamed' : 'use.circulatedUnnamed');
  return (
    <ul>
      {documents.map((use) => (
        <li key={`${use.href}${use.frozenAt?.toISOString()}`}>
          {use.href ? <a href={use.href}>{use.title}</a> : (use.title ?? t('use.frozenClosed'))} {stands(use)}
        </li>
      ))}
    </ul>
  );
}
