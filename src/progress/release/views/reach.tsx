import type { TextKey } from '../../../platform/i18n/i18n.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { Reach } from '../reach.js';

/** In which mechanisms the next version will be seen, by whom, and what documents may do with it. */
export function ReachList({ reach, names }: { reach: Reach[]; names: ReadonlyMap<string, string> }) {
  const { t } = usePage();
  if (reach.length === 0) return null;
  return (
    <section class="card">
      <h2>{t('reach.title')}</h2>
      <p class="quiet">{t(reach.length > 1 ? 'reach.textLinked' : 'reach.text')}</p>
      <ReachLines reach={reach} names={names} />
    </section>
  );
}

/** The same in sentences alone. */
export function ReachLines({ reach, names }: { reach: Reach[]; names: ReadonlyMap<string, string> }) {
  const { t } = usePage();
  return (
    <ul>
      {reach.map(({ mechanismId, linked, onceAccepted, documents }) => (
        <li key={mechanismId}>
          <strong>{names.get(mechanismId)}</strong>:{' '}
          {[
            t(linked ? 'reach.onSubmissionLinked' : 'reach.onSubmission'),
            t(`reach.accepted.${onceAccepted ?? 'nobody'}` as TextKey),
            t(`reach.documents.${documents}` as TextKey),
          ].join(' ')}
        </li>
      ))}
    </ul>
  );
}
