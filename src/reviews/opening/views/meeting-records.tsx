import type { Meeting } from '../../../meetings/meeting/meeting.entity.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { Submission } from '../../submissions/submission.entity.js';

/** The documents that were begun for a meeting, and the way to its summary record. */
export function MeetingRecords({ meeting, documents }: { meeting: Meeting; documents: Submission[] }) {
  const { t } = usePage();
  const start = `/mechanisms/${meeting.mechanismId}/submissions/new?template=meeting-record&meetingId=${meeting.id}`;
  return (
    <section>
      <h2>{t('open.record')}</h2>
      {documents.length > 0 && (
        <ul>
          {documents.map(({ id, title, language, state }) => (
            <li key={id}>
              <a href={`/submissions/${id}`} lang={language} dir="auto">
                {title}
              </a>{' '}
              <span class="tag">{t(`submissionState.${state}`)}</span>
            </li>
          ))}
        </ul>
      )}
      <p>
        <a class="button second" href={start}>
          {t('open.recordStart')}
        </a>
      </p>
    </section>
  );
}
