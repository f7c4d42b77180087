import { usePage } from '../../../platform/web/page-context.js';
import type { DocumentUse } from '../document-uses.js';

export function Frozen({ documents }: { documents: DocumentUse[] }) {
  const { t, moment } = usePage();
  if (documents.length === 0) return null;
  return (
    <>
      <h3>{t('use.frozen')}</h3>
      <p class="quiet">{t('use.frozenText')}</p>
      <ul>
        {documents.map(({ title, href, frozenAt, attributed }) => (
          <li key={`${title}${frozenAt.toISOString()}`}>
            {href ? <a href={href}>{title}</a> : (title ?? t('use.frozenClosed'))}{' '}
            {t(attributed ? 'use.frozenNamed' : 'use.frozenUnnamed', { at: moment(frozenAt) })}
          </li>
        ))}
      </ul>
    </>
  );
}
