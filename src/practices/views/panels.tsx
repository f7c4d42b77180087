import { usePage } from '../../platform/web/page-context.js';
import type { Practice } from '../practice.entity.js';
import type { SeenEntry } from '../../progress/access/seen-entry.js';

/** On the mechanism's page: the ways there, and no numbers. */
export function PracticesPanel({ mechanismId, inside }: { mechanismId: string; inside: boolean }) {
  const { t } = usePage();
  const base = `/mechanisms/${mechanismId}`;
  return (
    <section>
      <h2>{t('practices.panel')}</h2>
      <ul>
        <li>
          <a href={`${base}/practices`}>{t('practices.title')}</a>
        </li>
        {inside && (
          <>
            <li>
              <a href={`${base}/support`}>{t('supports.title')}</a>
            </li>
            <li>
              <a href={`${base}/hindering-factors`}>{t('factors.title')}</a>
            </li>
          </>
        )}
      </ul>
    </section>
  );
}

/** Among somebody's tasks: practices that wait for their advice. */
export function ToAdvise({ practices }: { practices: Practice[] }) {
  const { t } = usePage();
  return (
    <section>
      <h2>{t('practices.toAdvise')}</h2>
      <ul>
        {practices.map(({ id, title, language }) => (
          <li key={id}>
            <a href={`/practices/${id}`} lang={language}>
              <bdi>{title}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** On one's own accepted entry: what else can be made of it. */
export function FromEntryPanel({ entry }: { entry: SeenEntry }) {
  const { t } = usePage();
  const base = `/mechanisms/${entry.mechanismId}`;
  return (
    <p class="actions">
      <a href={`${base}/practices/new?entry=${entry.id}`}>{t('practice.fromEntry')}</a>
      {entry.reporterKind === 'state' && (
        <a href={`${base}/support/new?entry=${entry.id}`}>{t('supports.fromEntry')}</a>
      )}
    </p>
  );
}
