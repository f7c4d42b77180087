import { languageName } from '../../../platform/i18n/language-names.js';
import { usePage } from '../../../platform/web/page-context.js';
import { ToDo } from '../../../progress/asked/views/to-do.js';
import type { Submission } from '../../submissions/submission.entity.js';

interface DocumentsInWorkProps {
  mechanismId: string;
  documents: Pick<Submission, 'id' | 'title' | 'language' | 'state'>[];
  count: number;
}

/** Documents that are not submitted yet, for the secretariat that writes them. */
export function DocumentsInWork({ mechanismId, documents, count }: DocumentsInWorkProps) {
  const { t, language: reader } = usePage();
  return (
    <ToDo
      title={t('open.inWork')}
      all={`/mechanisms/${mechanismId}/documents`}
      count={count}
      tasks={documents.map(({ id, title, language, state }) => ({
        key: id,
        what: (
          <a href={`/submissions/${id}`} lang={language} dir="auto">
            {title}
          </a>
        ),
        detail: `${languageName(language, reader)} · ${t(`submissionState.${state}`)}`,
      }))}
    />
  );
}
