import { CodeAndTitle } from '../../../platform/web/code-and-title.js';
import { usePage } from '../../../platform/web/page-context.js';
import { type SubjectSource, subjectOf } from '../../words/entry-subject.js';

/** What an entry is called: by what it is about. */
export function EntryTitle({ entry }: { entry: SubjectSource }) {
  const { t } = usePage();
  const { code, title, more } = subjectOf(entry);
  return (
    <>
      <CodeAndTitle quiet code={code} title={title} />
      {more > 0 && <span class="quiet"> {t('entry.andMore', { count: more })}</span>}
    </>
  );
}
