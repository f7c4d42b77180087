import { PostButton } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { OnePassage } from '../passage.view.js';
import { canDo } from '../rules/passage-verbs.js';
import { wordsRow } from '../words/passage-words.js';
import type { Stretch } from '../words/word-differences.js';
import { Differences } from './differences.js';
import { Words } from './words.js';

interface NewsProps {
  view: OnePassage;
  differences: readonly Stretch[];
  path: string;
  editable: boolean;
}

/** What the sources of an edited passage say now, beside what the secretariat wrote, and what to do about it. */
export function News({ view, differences, path, editable }: NewsProps) {
  const { t } = usePage();
  const { passage, news, submission } = view;
  const compiled = wordsRow(passage, submission.language)?.compiled;
  const subject = { ...passage, news };
  const again = passage.state === 'edited' && canDo('take', subject);
  if (news === 'none' && !again) return null;
  const fields = { version: passage.version };
  return (
    <section id="news">
      <h2>{t(news === 'none' ? 'editor.compiledWords' : 'editor.news.title')}</h2>
      {news !== 'none' && <p class="doubt">{t(`editor.news.${news}.text`)}</p>}
      {news !== 'withdrawn' && compiled && (
        <div class="versions">
          <div>
            <h3>{t('editor.news.now')}</h3>
            <Words blocks={compiled} language={submission.language} />
          </div>
          {differences.length > 0 && (
            <div>
              <h3>{t('editor.news.differences')}</h3>
              <Differences stretches={differences} language={submission.language} />
            </div>
          )}
        </div>
      )}
      {editable && (
        <div class="buttons">
          {again && (
            <PostButton action={`${path}/taking`} label={t('editor.news.take')} second fields={fields} />
          )}
          {canDo('keep', subject) && (
            <PostButton action={`${path}/keeping`} label={t('editor.news.keep')} second fields={fields} />
          )}
          {canDo('settle', subject) && (
            <PostButton
              action={`${path}/settlement`}
              label={t('editor.news.settle')}
              second
              fields={fields}
            />
          )}
        </div>
      )}
    </section>
  );
}
