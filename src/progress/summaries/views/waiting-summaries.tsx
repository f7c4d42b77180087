import { usePage } from '../../../platform/web/page-context.js';
import type { SeenEntry } from '../../access/seen-entry.js';
import { EntryTitle } from '../../entries/views/entry-title.js';

export interface WaitingSummary {
  id: string;
  entry: SeenEntry;
  mechanismId: string;
  mechanism: string;
}

/** Summaries somebody may decide on, among what is asked of them. */
export function WaitingSummaries({ waiting }: { waiting: WaitingSummary[] }) {
  const { t } = usePage();
  return (
    <section>
      <h2>{t('wording.waiting')}</h2>
      <p class="quiet">{t('wording.waitingText')}</p>
      <ul class="plain">
        {waiting.map(({ id, entry, mechanismId, mechanism }) => (
          <li key={id}>
            <a href={`/progress/${entry.id}/release#${mechanismId}`}>
              <EntryTitle entry={entry} />
            </a>{' '}
            <span class="quiet">{mechanism}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The same on the page of the entry. */
export function WaitingHere({ waiting }: { waiting: WaitingSummary[] }) {
  const { t } = usePage();
  return (
    <div class="notice">
      {waiting.map(({ id, entry, mechanismId, mechanism }) => (
        <p key={id}>
          {t('wording.waitingHere', { mechanism })}{' '}
          <a href={`/progress/${entry.id}/release#${mechanismId}`}>{t('wording.decide')}</a>
        </p>
      ))}
    </div>
  );
}
